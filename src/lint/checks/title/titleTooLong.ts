import { documentCheck } from "../../check.ts";
import { placeOf } from "../../subject/entries.ts";
import { tests } from "../../links.ts";

/** SigmaHQ's, in characters. */
const longest = 120;

export const titleTooLong = documentCheck({
  code: "title-too-long",
  explanation: "A `title` is too long for a list of detections.",
  link: tests,
  *find(subject) {
    const length = Array.from(subject.rule.title).length;
    if (length <= longest) return;
    yield {
      span: placeOf(subject, "title"),
      message: `the title has ${length} characters, more than ${longest}`,
      hint: "say what happened; the rest belongs to the `description`",
    };
  },
});
