import { quote } from "../../../sigma/index.ts";
import { documentCheck } from "../../check.ts";
import { isDate } from "../../forms/date.ts";
import { placeOf } from "../../subject/entries.ts";
import { rules } from "../../links.ts";

export const invalidDate = documentCheck({
  code: "invalid-date",
  explanation: "A `date` or `modified` is not a day of the form YYYY-MM-DD.",
  link: rules("date"),
  *find(subject) {
    for (const key of ["date", "modified"] as const) {
      const text = subject.rule[key];
      if (text === undefined || isDate(text)) continue;
      const span = placeOf(subject, key);
      yield { span, message: `${quote(text)} is no day of the form YYYY-MM-DD`, hint: hintFor(text) };
    }
  },
});

/** Sigma 1 wrote slashes. */
function hintFor(text: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text.trim()) ?? [];
  const meant = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDate(meant) ? `did you mean ${meant}?` : "a day is written such as 2026-05-04";
}
