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

type TextTest = (text: string) => boolean;

/** Nearly every field has one value. */
const oneOrMany =
  (one: (other: string) => TextTest, many: (others: readonly string[]) => TextTest) =>
  (others: readonly string[]): TextTest => {
    const [only] = others;
    return only !== undefined && others.length === 1 ? one(only) : many(others);
  };

/** Two lists in an event may have thousands of members each: none is compared with every other. */
const places: Readonly<Record<Fieldref["position"], (others: readonly string[]) => TextTest>> = {
  equals: oneOrMany(
    (other) => (text) => text === other,
    (others) => {
      const known = new Set(others);
      return (text) => known.has(text);
    },
  ),
  startswith: oneOrMany((other) => (text) => text.startsWith(other), startsWithAny),
  endswith: oneOrMany((other) => (text) => text.endsWith(other), endsWithAny),
  contains: oneOrMany((other) => (text) => text.includes(other), containsAny),
};
