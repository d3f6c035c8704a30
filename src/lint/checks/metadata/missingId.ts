import { documentCheck } from "../../check.ts";
import { beginningOf } from "../../subject/entries.ts";
import { rules } from "../../links.ts";

export const missingId = documentCheck({
  code: "missing-id",
  explanation: "A rule has no `id`: a new title would make it another rule.",
  link: rules("identification"),
  *find(subject) {
    if (subject.rule.id !== undefined) return;
    yield { span: beginningOf(subject), message: "the rule has no `id`", hint: "give it a random UUID (version 4)" };
  },
});
