import { quote } from "../../../sigma/index.ts";
import { ruleCheck } from "../../check.ts";
import { leavesOf, namesOf } from "../../subject/conditions.ts";
import { convention } from "../../links.ts";

export const filterWithoutNot = ruleCheck({
  code: "filter-without-not",
  explanation: "A selection that is called a filter is asked for, not excluded.",
  link: convention("condition"),
  *find({ rule }) {
    const leaves = rule.detection.conditions.flatMap((condition) => leavesOf(condition));
    const negated = new Set(leaves.flatMap(({ leaf, isNegated }) => (isNegated ? namesOf(leaf) : [])));
    for (const { leaf, isNegated } of leaves) {
      const filter = namesOf(leaf).find((name) => /^filter/i.test(name) && !negated.has(name));
      if (isNegated || filter === undefined) continue;
      const message = `the filter ${quote(filter)} is asked for, not excluded`;
      yield { span: leaf.span, message, hint: "put `not` before it, or call it a selection" };
    }
  },
});
