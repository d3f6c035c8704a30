import { conditionCheck } from "../../check.ts";
import { quantifiersOf } from "../../subject/conditions.ts";
import { rules } from "../../links.ts";

export const allOfThem = conditionCheck({
  code: "all-of-them",
  explanation: "`all of them` asks for a filter too, as soon as somebody adds one.",
  link: rules("condition"),
  *find({ rule, condition }) {
    if (rule.detection.selections.size < 2) return;
    for (const { glob, count, span } of quantifiersOf(condition)) {
      if (glob.toLowerCase() !== "them" || count !== "all") continue;
      const hint = "name the selections alike, and write `all of selection_*`";
      yield { span, message: "`all of them` leaves no room for a filter", hint };
    }
  },
});
