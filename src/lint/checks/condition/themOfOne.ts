import { conditionCheck } from "../../check.ts";
import { quantifiersOf } from "../../subject/conditions.ts";
import { tests } from "../../links.ts";

export const themOfOne = conditionCheck({
  code: "them-of-one",
  explanation: "`of them` asks for one selection, since there is only one.",
  link: tests,
  *find({ rule, condition }) {
    const [name, ...others] = rule.detection.selections.keys();
    if (name === undefined || others.length > 0) return;
    for (const { glob, span } of quantifiersOf(condition)) {
      if (glob.toLowerCase() !== "them") continue;
      yield { span, message: "there is only one selection", hint: `write \`${name}\`` };
    }
  },
});
