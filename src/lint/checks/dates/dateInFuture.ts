import { documentCheck } from "../../check.ts";
import { isDate } from "../../forms/date.ts";
import { placeOf } from "../../subject/entries.ts";
import { rules } from "../../links.ts";

export const dateInFuture = documentCheck({
  code: "date-in-future",
  explanation: "A `date` or `modified` lies in the future. Looked for only if the day is known.",
  link: rules("date"),
  *find(subject) {
    const { today, rule } = subject;
    if (today === undefined) return;
    for (const key of ["date", "modified"] as const) {
      const text = rule[key];
      if (text === undefined || !isDate(text) || text <= today) continue;
      yield {
        span: placeOf(subject, key),
        message: `${text} lies in the future: today is ${today}`,
        hint: "is the year right?",
      };
    }
  },
});
