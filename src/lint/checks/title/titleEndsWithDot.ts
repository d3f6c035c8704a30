import { documentCheck } from "../../check.ts";
import { placeOf } from "../../subject/entries.ts";
import { tests } from "../../links.ts";

export const titleEndsWithDot = documentCheck({
  code: "title-ends-with-dot",
  explanation: "A `title` ends with a full stop.",
  link: tests,
  *find(subject) {
    if (!subject.rule.title.trimEnd().endsWith(".")) return;
    yield {
      span: placeOf(subject, "title"),
      message: "the title ends with a full stop",
      hint: "a title is no sentence",
    };
  },
});
