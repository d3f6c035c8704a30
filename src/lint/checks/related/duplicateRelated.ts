import { documentCheck } from "../../check.ts";
import { rules } from "../../links.ts";
import { repeated } from "../../meaning/repeated.ts";

export const duplicateRelated = documentCheck({
  code: "duplicate-related",
  explanation: "`related` names the same rule twice.",
  link: rules("identification"),
  *find({ rule }) {
    for (const { span } of repeated(rule.related, ({ id }) => id.toLowerCase())) {
      yield { span, message: "this rule is named already", hint: "say once how it is related" };
    }
  },
});
