import { documentCheck } from "../../check.ts";
import { isDate } from "../../forms/date.ts";
import { placeOf } from "../../subject/entries.ts";
import { rules } from "../../links.ts";

export const modifiedBeforeDate = documentCheck({
  code: "modified-before-date",
  explanation: "A rule was `modified` before its `date`.",
  link: rules("modified"),
  *find(subject) {
    const { date = "", modified = "" } = subject.rule;
    if (!isDate(date) || !isDate(modified) || modified >= date) return;
    yield {
      span: placeOf(subject, "modified"),
      message: `the rule was modified before its date, ${date}`,
      hint: "one of the two days is wrong",
    };
  },
});
