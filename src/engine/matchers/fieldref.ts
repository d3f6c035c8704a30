import type { Pattern } from "../../sigma/index.ts";
import { containsAny, endsWithAny, startsWithAny } from "../../std/index.ts";
import type { FieldValue } from "../eventView.ts";
import { type FieldMatcher, withText } from "./matcher.ts";

type Fieldref = Extract<Pattern, { kind: "fieldref" }>;

/** Any member of the field against any of the other field, as texts. An absent field and null have none, and never match. */
export function matchFieldref({ field, position, cased }: Fieldref): FieldMatcher {
  const textOf = ({ text, folded }: FieldValue): string | undefined => (cased ? text : folded);
  const { one, many } = places[position];
  return (subject) => {
    const { values } = subject;
    if (values === undefined) return undefined;
    const others = subject.other(field).values ?? [];
    const [value] = values;
    const [other] = others;
    if (value && other && values.length + others.length === 2) {
      // Folding keeps lengths, and most values differ in theirs.
      if (position === "equals" && value.text?.length !== other.text?.length) return undefined;
      const [text, otherText] = [textOf(value), textOf(other)];
      return text !== undefined && otherText !== undefined && one(text, otherText) ? withText(value) : undefined;
    }
    const texts = others.flatMap((each) => textOf(each) ?? []);
    if (texts.length === 0) return undefined;
    const matches = many(texts);
    const member = values.find((each) => {
      const text = textOf(each);
      return text !== undefined && matches(text);
    });
    return member && withText(member);
  };
}

interface Place {
  /** Nearly every field has one value. */
  readonly one: (text: string, other: string) => boolean;
  /** Two lists in an event may have thousands of members each: none is compared with every other. */
  readonly many: (others: readonly string[]) => (text: string) => boolean;
}

const places: Readonly<Record<Fieldref["position"], Place>> = {
  equals: { one: (text, other) => text === other, many: isAnyOf },
  startswith: { one: (text, other) => text.startsWith(other), many: startsWithAny },
  endswith: { one: (text, other) => text.endsWith(other), many: endsWithAny },
  contains: { one: (text, other) => text.includes(other), many: containsAny },
};

function isAnyOf(others: readonly string[]): (text: string) => boolean {
  const known = new Set(others);
  return (text) => known.has(text);
}
