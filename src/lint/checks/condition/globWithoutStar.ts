import { quote } from "../../../sigma/index.ts";
import { conditionCheck } from "../../check.ts";
import { quantifiersOf } from "../../subject/conditions.ts";
import { tests } from "../../links.ts";

export const globWithoutStar = conditionCheck({
  code: "glob-without-star",
  explanation: "What stands behind `of` has no `*`, and so names one selection at most.",
  link: tests,
  *find({ condition }) {
    for (const { glob, span } of quantifiersOf(condition)) {
      if (glob.includes("*") || glob.toLowerCase() === "them") continue;
      yield {
        span,
        message: `${quote(glob)} names one selection`,
        hint: `write \`${glob}\`, or the pattern \`${glob}*\``,
      };
    }
  },
});
