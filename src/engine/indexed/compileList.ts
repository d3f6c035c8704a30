import type { CompileList } from "../compileItem.ts";
import { some } from "../finder.ts";
import { indexList } from "./listIndex.ts";

/** Looks the texts of a long list up together, and asks only the values that can match. */
export const inOneGo: CompileList = (field, values, finders) => {
  const list = indexList(field, values);
  if (list === undefined) return some(finders);
  return (subject, evidence) => {
    const asked = new Set(list.others);
    for (const { scalar } of subject.values ?? []) for (const number of list.find(scalar)) asked.add(number);
    let held = false;
    for (const number of [...asked].sort((one, other) => one - other))
      if (finders[number]?.(subject, evidence) === true) held = true;
    return held;
  };
};
