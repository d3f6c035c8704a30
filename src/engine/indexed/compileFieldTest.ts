import type { Pattern, StringPattern, Value } from "../../sigma/index.ts";
import type { Field } from "../eventView.ts";
import { compilePattern } from "../matchers.ts";
import { testText } from "../matchers/string.ts";
import { costOf } from "./anchors/atomCost.ts";
import { anchorOfPattern } from "./anchors/patternAnchor.ts";
import { longListNs, patternNsOf } from "./anchors/testCost.ts";
import { indexList, type ListIndex } from "./listIndex.ts";
import { every, inOrderForEvery, inOrderForSome, type Part, some } from "./part.ts";
import { hasText, makeTextList, type PlainText, plainTextOf } from "./textList.ts";

type FieldPart = Part<Field>;

/** Whether a field has any of the values, or all of them. */
export function compileFieldTest(field: string, values: readonly Value[], linking: "any" | "all"): FieldPart {
  return linking === "all" ? compileAll(field, values) : compileAny(field, values);
}

function compileAll(field: string, values: readonly Value[]): FieldPart {
  const [texts, others] = splitTexts(field, values);
  return every([...inOneLoop(texts, every, "areAllIn"), ...others]);
}

/** Lists of hundreds of texts are common: they are looked up together. */
function compileAny(field: string, values: readonly Value[]): FieldPart {
  const list = indexList(field, values);
  if (list !== undefined) {
    const parts = values.map((value) => compileValue(field, value));
    return some([findAny(field, list, parts), ...parts.filter((_, number) => list.others.includes(number))]);
  }
  const [texts, others] = splitTexts(field, values);
  return some([...inOneLoop(texts, some, "isAnyIn"), ...others]);
}

/** Values that are one text without wildcards inside, and the others. */
function splitTexts(field: string, values: readonly Value[]): readonly [readonly TextPart[], readonly FieldPart[]] {
  const parts = values.map((value) => compileValue(field, value));
  return [parts.flatMap((part) => ("text" in part ? part : [])), parts.filter((part) => !("text" in part))];
}

/** In the order in which such parts are asked. */
function inOneLoop(
  texts: readonly TextPart[],
  link: typeof every<Field>,
  holdsAs: "isAnyIn" | "areAllIn",
): readonly FieldPart[] {
  if (texts.length < 2) return texts;
  const ordered = link === every ? inOrderForEvery(texts) : inOrderForSome(texts);
  const list = makeTextList(ordered.map(({ text }) => text));
  return [{ ...link(texts), holds: list[holdsAs] }];
}

interface TextPart extends FieldPart {
  readonly text: PlainText;
}

function compileValue(field: string, { alternatives }: Value): FieldPart | TextPart {
  const [only] = alternatives;
  return only && alternatives.length === 1
    ? compileOne(field, only)
    : some(alternatives.map((pattern) => compileOne(field, pattern)));
}

function compileOne(field: string, pattern: Pattern): FieldPart | TextPart {
  const estimate = { cost: patternNsOf(pattern), chance: chanceOf(field, pattern) };
  const text = plainTextOf(pattern);
  if (text !== undefined) return { holds: hasText(text), ...estimate, text };
  if (pattern.kind === "string") return { holds: holdsText(pattern), ...estimate };
  const matches = compilePattern(pattern);
  return { holds: (subject) => matches(subject) !== undefined, ...estimate };
}

/** What an index can say of it; of what it cannot say, that two fields are the same and that a field is absent are rare. */
function chanceOf(field: string, pattern: Pattern): number {
  if (pattern.kind === "fieldref" || pattern.kind === "null") return 0.1;
  return Math.min(0.9, anchorOfPattern(field, pattern)?.cost ?? 0.5);
}

/** As `matchString`, without an object for the answer. */
function holdsText(pattern: StringPattern): (field: Field) => boolean {
  const matches = testText(pattern);
  return ({ values }) => {
    if (values === undefined) return false;
    for (const value of values) {
      const has = pattern.cased ? value.text : value.folded;
      if (has !== undefined && matches(has)) return true;
    }
    return false;
  };
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
    cost: atoms.some(({ kind }) => kind === "contains") ? longListNs : 60,
    chance: Math.min(
      0.9,
      atoms.reduce((sum, atom) => sum + costOf({ field, ...atom }), 0),
    ),
  };
}
