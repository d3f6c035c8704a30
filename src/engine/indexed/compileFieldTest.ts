import type { Pattern, StringPart, StringPattern, Value } from "../../sigma/index.ts";
import type { Field } from "../eventView.ts";
import { compilePattern } from "../matchers.ts";
import { testText } from "../matchers/string.ts";
import { costOf } from "./anchors/atomCost.ts";
import { anchorOfPattern } from "./anchors/patternAnchor.ts";
import { indexList, type ListIndex } from "./listIndex.ts";
import { every, type Part, some } from "./part.ts";
import { plainAtom } from "./plainAtom.ts";

type FieldPart = Part<Field>;

/** Whether a field has any of the values, or all of them. */
export function compileFieldTest(field: string, values: readonly Value[], linking: "any" | "all"): FieldPart {
  return linking === "all" ? every(values.map((value) => compileValue(field, value))) : compileAny(field, values);
}

/** Lists of hundreds of texts are common: they are looked up together. */
function compileAny(field: string, values: readonly Value[]): FieldPart {
  const parts = values.map((value) => compileValue(field, value));
  const list = indexList(field, values);
  if (list === undefined) return some(parts);
  return some([findAny(field, list, parts), ...parts.filter((_, number) => list.others.includes(number))]);
}

const compileValue = (field: string, { alternatives }: Value): FieldPart =>
  some(alternatives.map((pattern) => compileOne(field, pattern)));

function compileOne(field: string, pattern: Pattern): FieldPart {
  const chance = chanceOf(field, pattern);
  if (pattern.kind === "string") return { holds: holdsText(pattern), cost: costOfText(pattern), chance };
  const matches = compilePattern(pattern);
  return { holds: (subject) => matches(subject) !== undefined, cost: pattern.kind === "regex" ? 1_000 : 50, chance };
}

/** What an index can say of it; of what it cannot say, that two fields are the same and that a field is absent are rare. */
function chanceOf(field: string, pattern: Pattern): number {
  if (pattern.kind === "fieldref" || pattern.kind === "null") return 0.1;
  return Math.min(0.9, anchorOfPattern(field, pattern)?.cost ?? 0.5);
}

/** As `matchString`, without an object for the answer. A value is folded only if that can decide: folding keeps its length. */
function holdsText(pattern: StringPattern): (field: Field) => boolean {
  const matches = testText(pattern);
  const asWritten = pattern.cased || pattern.parts.every(hasNoCase);
  const length = lengthOf(pattern);
  return ({ values }) => {
    if (values === undefined) return false;
    for (const value of values) {
      if (value.text === undefined || (length >= 0 && value.text.length !== length)) continue;
      const text = asWritten ? value.text : value.folded;
      if (text !== undefined && matches(text)) return true;
    }
    return false;
  };
}

/** Of a pattern that is a text without wildcards how long it is; -1 of others. */
const lengthOf = ({ parts }: StringPattern): number =>
  parts.every(({ kind }) => kind === "literal")
    ? parts.reduce((sum, part) => sum + (part.kind === "literal" ? part.text.length : 0), 0)
    : -1;

const hasNoCase = (part: StringPart): boolean => part.kind !== "literal" || caseless.test(part.text);

/** Signs and digits of ASCII. */
const caseless = /^[\0-@[-`{-~]*$/;

/** What stands at an end is seen at once, what stands within is searched for. */
function costOfText(pattern: StringPattern): number {
  const atom = plainAtom({ ...pattern, cased: false });
  return atom === undefined ? 100 : atom.kind === "contains" ? 40 : 15;
}

/** Looks up what can be; what is not told by that alone is asked then. */
function findAny(field: string, { atoms, find, isExact }: ListIndex, parts: readonly FieldPart[]): FieldPart {
  const asked = new Set<number>();
  return {
    holds: (subject) => {
      asked.clear();
      for (const { scalar } of subject.values ?? []) {
        for (const number of find(scalar)) {
          if (isExact[number] === true) return true;
          asked.add(number);
        }
      }
      for (const number of asked) if (parts[number]?.holds(subject) === true) return true;
      return false;
    },
    cost: atoms.some(({ kind }) => kind === "contains") ? 400 : 60,
    chance: Math.min(
      0.9,
      atoms.reduce((sum, atom) => sum + costOf({ field, ...atom }), 0),
    ),
  };
}
