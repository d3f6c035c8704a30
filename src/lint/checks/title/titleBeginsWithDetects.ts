import { documentCheck } from "../../check.ts";
import { placeOf } from "../../subject/entries.ts";
import { titles } from "../../links.ts";

export const titleBeginsWithDetects = documentCheck({
  code: "title-begins-with-detects",
  explanation: "A `title` begins with “Detects”, which every rule does.",
  link: titles("main-title"),
  *find(subject) {
    const [word] = /^(?:detects?|detection of|detecting)\b/i.exec(subject.rule.title) ?? [];
    if (word === undefined) return;
    yield {
      span: placeOf(subject, "title"),
      message: `the title begins with “${word}”`,
      hint: "begin with what happened",
    };
  },
});
