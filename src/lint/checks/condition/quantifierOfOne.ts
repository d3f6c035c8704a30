import { quote } from "../../../sigma/index.ts";
import { conditionCheck } from "../../check.ts";
import { quantifiersOf } from "../../subject/conditions.ts";
import { tests } from "../../links.ts";

/** Patterns that leave room for the next of their kind, as the conventions ask for. */
const leavesRoom = /^(?:selection|filter)_(?:.*_)?\*$/;

export const quantifierOfOne = conditionCheck({
  code: "quantifier-of-one",
  explanation: "The pattern behind `of` names one selection only.",
  link: tests,
  *find({ condition }) {
    for (const { glob, names, span } of quantifiersOf(condition)) {
      const [name = "", ...others] = names;
      if (others.length > 0 || !glob.includes("*") || leavesRoom.test(glob)) continue;
      yield { span, message: `${quote(glob)} names one selection only`, hint: `write \`${name}\`` };
    }
  },
});
