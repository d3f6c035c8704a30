import { quote } from "../../../sigma/index.ts";
import { documentCheck } from "../../check.ts";
import { rules } from "../../links.ts";
import { isUuid4 } from "../../forms/uuid.ts";

export const relatedNotUuid = documentCheck({
  code: "related-not-uuid",
  explanation: "`related` names an `id` that is no UUID of version 4, as ids of rules are.",
  link: rules("identification"),
  *find({ rule }) {
    for (const { id, span } of rule.related) {
      if (!isUuid4(id))
        yield { span, message: `${quote(id)} is not a UUID of version 4`, hint: "name a rule by its `id`" };
    }
  },
});
