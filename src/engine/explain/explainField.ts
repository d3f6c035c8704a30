import type { EventView, FieldValue } from "../eventView.ts";
import { beginning, type Excerpt } from "../excerpt.ts";
import type { FieldExplanation, HadValue } from "./explanation.ts";

/** A list in an event may have thousands of members: the first so many are shown, the others counted. */
const mostMembers = 10;

/** Values are shown to this length; matching saw the whole. */
export const longestShown = 300;

/** What an event has under a field's name; without a name, in how many fields a keyword is looked for. */
export function explainField(view: EventView, name: string | undefined): FieldExplanation {
  if (name === undefined) return { kind: "everywhere", fields: [...view.fields()].length };
  const field = view.field(name);
  const { values } = field;
  if (values === undefined) return { kind: field.isParent() ? "object" : "absent" };
  const shown = values.slice(0, mostMembers).map(explainValue);
  return { kind: "values", values: shown, omitted: values.length - shown.length };
}

const explainValue = ({ scalar, text = "null" }: FieldValue): HadValue => ({
  type: scalar === null ? "null" : (typeof scalar as "string" | "number" | "boolean"),
  ...shorten(text),
});

export const shorten = (text: string): Excerpt => beginning(text, longestShown);
