import { documentCheck } from "../../check.ts";
import { placeOf } from "../../subject/entries.ts";
import { tests } from "../../links.ts";

export const titleNamesAttack = documentCheck({
  code: "title-names-attack",
  explanation: "A `title` holds the trademark ATT&CK.",
  link: tests,
  *find(subject) {
    if (!/att&ck/i.test(subject.rule.title)) return;
    yield {
      span: placeOf(subject, "title"),
      message: "the title holds the trademark ATT&CK",
      hint: "name the technique in `tags`",
    };
  },
});
