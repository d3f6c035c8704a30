import type { Pattern, StringPart } from "../../sigma/index.ts";
import { fold } from "../../std/index.ts";
import type { Field, FieldValue } from "../eventView.ts";

/** What most values of rules are: a text that a field's value is, contains, or starts or ends with. */
export interface PlainText {
  readonly kind: PlainKind;
  /** Folded, unless it is compared as written. */
  readonly text: string;
  readonly asWritten: boolean;
}

export type PlainKind = "equals" | "startswith" | "endswith" | "contains";

/** A pattern as one of these, if it is one. */
export function plainTextOf(pattern: Pattern): PlainText | undefined {
  if (pattern.kind !== "string") return undefined;
  const kind = kindOf.get(pattern.parts.map((part) => part.kind).join(" "));
  const literal = pattern.parts.map(literalOf).join("");
  if (kind === undefined) return undefined;
  const asWritten = pattern.cased || caseless.test(literal);
  return { kind, text: asWritten ? literal : fold(literal), asWritten };
}

const kindOf = new Map<string, PlainKind>([
  ["", "equals"],
  ["literal", "equals"],
  ["literal anyRun", "startswith"],
  ["anyRun literal", "endswith"],
  ["anyRun literal anyRun", "contains"],
]);

const literalOf = (part: StringPart): string => (part.kind === "literal" ? part.text : "");

/** Signs and digits of ASCII. */
const caseless = /^[\0-@[-`{-~]*$/;

/** Whether a field has a text: what most tests of rules are. */
export function hasText(sought: PlainText): (field: Field) => boolean {
  const [kind, text] = [numberOf(sought), sought.text];
  return ({ values }) => {
    if (values === undefined) return false;
    for (const value of values) if (stands(kind, text, value)) return true;
    return false;
  };
}

/** Texts of one field that are asked for in one loop, which touches less memory than a function for each. */
export interface TextList {
  readonly isAnyIn: (field: Field) => boolean;
  readonly areAllIn: (field: Field) => boolean;
  /** Whether the text of this number is in the field. */
  readonly isIn: (field: Field, number: number) => boolean;
}

export function makeTextList(list: readonly PlainText[]): TextList {
  const texts = list.map(({ text }) => text);
  const kinds = list.map(numberOf);
  const has = (value: FieldValue, number: number): boolean => stands(kinds[number] ?? 0, texts[number] ?? "", value);
  const isIn = ({ values }: Field, number: number): boolean => {
    if (values === undefined) return false;
    for (const value of values) if (has(value, number)) return true;
    return false;
  };
  return {
    isIn,
    isAnyIn({ values }) {
      if (values === undefined) return false;
      for (const value of values) {
        for (let number = 0; number < texts.length; number += 1) if (has(value, number)) return true;
      }
      return false;
    },
    areAllIn(field) {
      for (let number = 0; number < texts.length; number += 1) if (!isIn(field, number)) return false;
      return true;
    },
  };
}

/** Where a text stands, and whether it is compared as written. */
const numberOf = ({ kind, asWritten }: PlainText): number => kindNumbers.indexOf(kind) * 2 + (asWritten ? 1 : 0);
const kindNumbers: readonly PlainKind[] = ["equals", "startswith", "endswith", "contains"];

/** A value is folded only if that can decide: folding keeps its length. */
function stands(kind: number, text: string, value: FieldValue): boolean {
  const written = value.text;
  if (written === undefined || written.length < text.length) return false;
  const place = kind >> 1;
  if (place === 0 && written.length !== text.length) return false;
  const has = (kind & 1) === 1 ? written : (value.folded ?? "");
  switch (place) {
    case 0:
      return has === text;
    case 1:
      return has.startsWith(text);
    case 2:
      return has.endsWith(text);
    default:
      return has.includes(text);
  }
}
