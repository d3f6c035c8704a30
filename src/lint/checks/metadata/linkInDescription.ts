import { documentCheck } from "../../check.ts";
import { placeOf } from "../../subject/entries.ts";
import { tests } from "../../links.ts";

export const linkInDescription = documentCheck({
  code: "link-in-description",
  explanation: "A `description` holds a link, and the rule has no `references`.",
  link: tests,
  *find(subject) {
    const { description = "", references } = subject.rule;
    if (references.length > 0 || !/https?:\/\//i.test(description)) return;
    yield {
      span: placeOf(subject, "description"),
      message: "the description holds a link, and there are no `references`",
      hint: "links belong to `references`",
    };
  },
});
