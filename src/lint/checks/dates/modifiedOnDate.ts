import { documentCheck } from "../../check.ts";
import { isDate } from "../../forms/date.ts";
import { placeOf } from "../../subject/entries.ts";
import { tests } from "../../links.ts";

export const modifiedOnDate = documentCheck({
  code: "modified-on-date",
  explanation: "`modified` is the `date` once more.",
  link: tests,
  *find(subject) {
    const { date = "", modified } = subject.rule;
    if (modified !== date || !isDate(date)) return;
    yield { span: placeOf(subject, "modified"), message: "`modified` is the same day as `date`", hint: "leave it out" };
  },
});
