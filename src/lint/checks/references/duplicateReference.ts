import { documentCheck } from "../../check.ts";
import { scalarsOf } from "../../subject/entries.ts";
import { rules } from "../../links.ts";
import { repeated } from "../../meaning/repeated.ts";

export const duplicateReference = documentCheck({
  code: "duplicate-reference",
  explanation: "`references` holds the same link twice.",
  link: rules("references"),
  *find(subject) {
    for (const { span } of repeated(scalarsOf(subject, "references"), ({ text }) => text.trim())) {
      yield { span, message: "this reference is there already", hint: "leave it out" };
    }
  },
});
