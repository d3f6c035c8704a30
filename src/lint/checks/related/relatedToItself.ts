import { documentCheck } from "../../check.ts";
import { rules } from "../../links.ts";

export const relatedToItself = documentCheck({
  code: "related-to-itself",
  explanation: "`related` names the rule's own `id`.",
  link: rules("identification"),
  *find({ rule }) {
    for (const { id, span } of rule.related) {
      if (id.toLowerCase() !== rule.id?.toLowerCase()) continue;
      yield { span, message: "this is the rule's own `id`", hint: "a rule with a new meaning gets a new `id`" };
    }
  },
});
