import { correlationCheck } from "../../check.ts";
import { correlations } from "../../links.ts";

export const temporalOfOneRule = correlationCheck({
  code: "temporal-of-one-rule",
  explanation: "A temporal correlation looks at one rule, which is always near itself.",
  link: correlations("temporal-proximity-temporal"),
  *find({ rule: { measure, rules } }) {
    const [only, ...others] = rules;
    if (!measure.kind.startsWith("temporal") || !only || others.length > 0) return;
    yield {
      span: only.span,
      message: "one rule is always near itself",
      hint: "name a second one, or use `event_count`",
    };
  },
});
