import type { Value } from "../../sigma/index.ts";
import type { CompileList } from "../compileItem.ts";
import type { Field } from "../eventView.ts";
import type { Finder } from "../finder.ts";
import { some } from "../finder.ts";
import { indexList, type ListIndex } from "./listIndex.ts";
import { makeTextList, plainTextOf } from "./textList.ts";

/** Looks the texts of a list up together, and asks only the values that can match: what others would say is spread over memory. */
export const inOneGo: CompileList = (field, values, finders) => {
  const list = indexList(field, values);
  return list === undefined ? fromTexts(values, finders) : fromIndex(list, finders);
};

function fromIndex(list: ListIndex, finders: readonly Finder<Field>[]): Finder<Field> {
  return (subject, evidence) => {
    const asked = new Set(list.others);
    for (const { scalar } of subject.values ?? []) for (const number of list.find(scalar)) asked.add(number);
    let held = false;
    for (const number of [...asked].sort((one, other) => one - other))
      if (finders[number]?.(subject, evidence) === true) held = true;
    return held;
  };
}

function fromTexts(values: readonly Value[], finders: readonly Finder<Field>[]): Finder<Field> {
  const plain = values.map(({ alternatives: [only, ...others] }) =>
    only && others.length === 0 ? plainTextOf(only) : undefined,
  );
  const texts = plain.flatMap((text) => text ?? []);
  if (texts.length < values.length || texts.length === 1) return some(finders);
  const { isIn } = makeTextList(texts);
  return (subject, evidence) => {
    let held = false;
    for (let number = 0; number < finders.length; number += 1)
      if (isIn(subject, number) && finders[number]?.(subject, evidence) === true) held = true;
    return held;
  };
}
