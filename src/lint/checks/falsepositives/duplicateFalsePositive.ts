import { documentCheck } from "../../check.ts";
import { scalarsOf } from "../../subject/entries.ts";
import { rules } from "../../links.ts";
import { repeated } from "../../meaning/repeated.ts";

export const duplicateFalsePositive = documentCheck({
  code: "duplicate-falsepositive",
  explanation: "`falsepositives` holds the same entry twice.",
  link: rules("schema"),
  *find(subject) {
    for (const { span } of repeated(scalarsOf(subject, "falsepositives"), ({ text }) => text.trim().toLowerCase())) {
      yield { span, message: "this entry is there already", hint: "leave it out" };
    }
  },
});
