import type { Pattern } from "../../sigma/index.ts";
import type { FieldValue } from "../eventView.ts";
import { type FieldMatcher, withText } from "./matcher.ts";

type Fieldref = Extract<Pattern, { kind: "fieldref" }>;

/** Any member of the field against any of the other field, as texts. An absent field and null have none, and never match. */
export function matchFieldref({ field, position, cased }: Fieldref): FieldMatcher {
  const textOf = ({ text, folded }: FieldValue): string | undefined => (cased ? text : folded);
  const stands = places[position];
  return ({ values, other }) => {
    const others = new Set(other(field).values?.flatMap((value) => textOf(value) ?? []));
    const member = values?.find((value) => {
      const text = textOf(value);
      return text !== undefined && stands(text, others);
    });
    return member && withText(member);
  };
}

const places: Readonly<Record<Fieldref["position"], (text: string, others: ReadonlySet<string>) => boolean>> = {
  equals: (text, others) => others.has(text),
  startswith: (text, others) => [...others].some((other) => text.startsWith(other)),
  endswith: (text, others) => [...others].some((other) => text.endsWith(other)),
  contains: (text, others) => [...others].some((other) => text.includes(other)),
};
