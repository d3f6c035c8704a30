import type { Pattern } from "../../sigma/index.ts";
import { containsAny, endsWithAny, startsWithAny } from "../../std/index.ts";
import type { FieldValue } from "../eventView.ts";
import { type FieldMatcher, withText } from "./matcher.ts";

type Fieldref = Extract<Pattern, { kind: "fieldref" }>;

/** Any member of the field against any of the other field, as texts. An absent field and null have none, and never match. */
export function matchFieldref({ field, position, cased }: Fieldref): FieldMatcher {
  const textOf = ({ text, folded }: FieldValue): string | undefined => (cased ? text : folded);
  const stands = places[position];
  return (subject) => {
    const { values } = subject;
    const others = subject.other(field).values?.flatMap((value) => textOf(value) ?? []) ?? [];
    if (!values || others.length === 0) return undefined;
    const matches = stands(others);
    const member = values.find((value) => {
      const text = textOf(value);
      return text !== undefined && matches(text);
    });
    return member && withText(member);
  };
}

/** Two lists in an event may have thousands of members each: none is compared with every other. */
const places: Readonly<Record<Fieldref["position"], (others: readonly string[]) => (text: string) => boolean>> = {
  equals: (others) => {
    const known = new Set(others);
    return (text) => known.has(text);
  },
  startswith: startsWithAny,
  endswith: endsWithAny,
  contains: containsAny,
};
