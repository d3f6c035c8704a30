import type { DetectionItem, Pattern, Rule, Selection, Value } from "../../sigma/index.ts";
import { findMatch, fold, type TextRange } from "../../std/index.ts";
import type { Evidence } from "../match.ts";
import { piecesWithin, stringPlaces } from "./stringPlaces.ts";

/** Where the evidence comes from. */
interface Subject {
  readonly value: string;
  /** The value is a part of a longer one. */
  readonly isExcerpt: boolean;
  readonly isKeyword: boolean;
}

/**
 * Which parts of the value of a piece of evidence are what the rule asked for, in their order: of `*\\cmd*`, the text between the runs.
 *
 * None where there is no such place: of a negation, of what is absent, of a comparison between two fields' parts.
 *
 * @param rule the rule that the evidence is of, as it was matched
 * @param isExcerpt the evidence's value is a part of the one that was matched
 */
export function highlight(rule: Rule, evidence: Evidence, isExcerpt = false): TextRange[] {
  const { selection, field, value } = evidence;
  const body = rule.detection.selections.get(selection);
  if (value === undefined || !body) return [];
  const items = itemsOf(body).filter((item) => !item.negated && (item.field === undefined || item.field === field));
  for (const item of items) {
    const isKeyword = item.field === undefined;
    const patterns = valuesOf(item, evidence.pattern).flatMap(({ alternatives }) => alternatives);
    for (const pattern of patterns) {
      const found = placesOf(pattern, { value, isExcerpt, isKeyword });
      if (found.length > 0) return found;
    }
  }
  return [];
}

const itemsOf = (body: Selection): readonly DetectionItem[] =>
  body.kind === "item" ? [body] : body.operands.flatMap(itemsOf);

/** The values that were written so; long ones are kept by how they begin. */
function valuesOf({ values }: DetectionItem, written: string): readonly Value[] {
  const same = values.filter(({ text }) => text === written);
  return same.length > 0 ? same : values.filter(({ text }) => text.startsWith(written));
}

function placesOf(pattern: Pattern, { value, isExcerpt, isKeyword }: Subject): TextRange[] {
  const whole = value === "" ? [] : [{ start: 0, end: value.length }];
  switch (pattern.kind) {
    case "string":
      return isExcerpt ? piecesWithin(pattern, value) : stringPlaces(pattern, value);
    case "regex":
      return isExcerpt && standsAtEnds.test(pattern.source) ? [] : regexPlaces(pattern, value);
    case "number":
      return isKeyword ? numberPlaces(pattern.text, value) : whole;
    case "boolean":
    case "cidr":
    case "comparison":
    case "timePart":
      return whole;
    case "fieldref":
      return pattern.position === "equals" ? whole : [];
    case "null":
    case "exists":
    case "placeholder":
      return [];
  }
}

/** An expression that may ask for an end of the value, and an excerpt has other ends. */
const standsAtEnds = /[$^]|\\[ABbz]/;

function regexPlaces({ source, ...flags }: Extract<Pattern, { kind: "regex" }>, value: string): TextRange[] {
  const found = findMatch(source, flags, value);
  return found && found.end > found.start ? [found] : [];
}

function numberPlaces(text: string, value: string): TextRange[] {
  const [written, folded] = [fold(text), fold(value)];
  for (let start = folded.indexOf(written); start >= 0; start = folded.indexOf(written, start + 1)) {
    const end = start + written.length;
    if (!/\d/.test(folded.slice(Math.max(0, start - 1), start) + folded.slice(end, end + 1))) return [{ start, end }];
  }
  return [];
}
