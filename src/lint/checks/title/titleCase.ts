import { quote } from "../../../sigma/index.ts";
import { documentCheck } from "../../check.ts";
import { placeOf } from "../../subject/entries.ts";
import { convention } from "../../links.ts";

/** Articles, conjunctions and prepositions stay small. */
const smallWords = new Set(
  (
    "a an the and but or nor as at by for from in into of off on onto out over per than through to under up via with " +
    "within without after before against between during new vs"
  ).split(" "),
);

export const titleCase = documentCheck({
  code: "title-case",
  explanation: "A `title` is not in title case.",
  link: convention("titles"),
  *find(subject) {
    const small = subject.rule.title.split(/\s+/).filter(isSmall);
    const [first] = small;
    if (first === undefined) return;
    const others = small.length > 1 ? ` and ${small.length - 1} more` : "";
    yield {
      span: placeOf(subject, "title"),
      message: `the title is not in title case: ${quote(first)}${others}`,
      hint: "words begin with a capital, but for articles, conjunctions and prepositions",
    };
  },
});

/** A file name, a path, an option, a number or an identifier is written as it is. */
const isSmall = (word: string): boolean => /^[a-z][a-z'-]*[,:;)]?$/.test(word) && !smallWords.has(word);
