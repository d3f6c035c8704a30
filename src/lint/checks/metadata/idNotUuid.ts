import { quote } from "../../../sigma/index.ts";
import { documentCheck } from "../../check.ts";
import { placeOf } from "../../subject/entries.ts";
import { rules } from "../../links.ts";
import { isUuid, isUuid4 } from "../../forms/uuid.ts";

export const idNotUuid = documentCheck({
  code: "id-not-uuid",
  explanation: "The `id` of a rule is not a random UUID (version 4), so that it may not be unique.",
  link: rules("identification"),
  *find(subject) {
    const { id } = subject.rule;
    if (id === undefined || isUuid4(id)) return;
    yield {
      span: placeOf(subject, "id"),
      message: `${quote(id)} is not a UUID of version 4`,
      hint: isUuid(id)
        ? "of a random one the third group begins with 4, the fourth with 8, 9, a or b"
        : "other tools refuse a rule with such an id",
    };
  },
});
