import { quote } from "../../../sigma/index.ts";
import { ruleCheck } from "../../check.ts";
import { namesIn } from "../../subject/conditions.ts";
import { selectionPlace } from "../../subject/selectionPlace.ts";
import { rules } from "../../links.ts";

export const unusedSelection = ruleCheck({
  code: "unused-selection",
  explanation: "No condition uses a selection: what it says is not looked for.",
  link: rules("condition"),
  *find(subject) {
    const { selections, conditions } = subject.rule.detection;
    const used = new Set(conditions.flatMap(namesIn));
    for (const name of selections.keys()) {
      if (used.has(name)) continue;
      const span = selectionPlace(subject, name);
      yield {
        span,
        message: `no condition uses the selection ${quote(name)}`,
        hint: "name it in the condition, or leave it out",
      };
    }
  },
});
