import { quote } from "../../../sigma/index.ts";
import { itemCheck } from "../../check.ts";
import { tests } from "../../links.ts";

export const localisedUser = itemCheck({
  code: "localised-user",
  explanation: "An item asks for a system account of Windows by its name in one language.",
  link: tests,
  *find({ field = "", values }) {
    const [value, ...others] = values;
    if (!/user/i.test(field) || !value || others.length > 0 || !/AUTHORI|AUTORI/i.test(value.text)) return;
    yield {
      span: value.span,
      message: `${quote(value.text)} is the account's name in one language`,
      hint: "ask with `contains` for `AUTHORI` and `AUTORI`, or for the account's SID",
    };
  },
});
