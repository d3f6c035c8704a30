import { parseWildcards } from "../../../sigma/index.ts";
import { itemCheck } from "../../check.ts";
import { has, modifierPlace, textOperator } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

export const allOfEqualValues = itemCheck({
  code: "all-of-equal-values",
  explanation: "A field is to equal several values at once, which only a list in an event can.",
  link: modifiers("generic-modifiers"),
  *find(item) {
    if (item.field === undefined || !has(item, "all") || textOperator(item) !== "equals") return;
    const whole = item.values.filter(({ text }) => parseWildcards(text).every(({ kind }) => kind === "literal"));
    if (whole.length < 2) return;
    yield {
      span: modifierPlace(item, "all"),
      message: `${item.field} cannot equal ${whole.length} values at once`,
      hint: "did you mean `contains|all`?",
    };
  },
});
