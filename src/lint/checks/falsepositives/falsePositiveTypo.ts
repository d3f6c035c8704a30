import { closest } from "../../../std/index.ts";
import { quote } from "../../../sigma/index.ts";
import { documentCheck } from "../../check.ts";
import { scalarsOf } from "../../subject/entries.ts";
import { tests } from "../../links.ts";

/** What most entries begin with, and words that look like them. */
const usual = ["Unknown", "Unlikely", "Legitimate"];
const others = new Set(["likely", "legitimately", "legitimacy", "legit"]);

export const falsePositiveTypo = documentCheck({
  code: "falsepositive-typo",
  explanation: "An entry of `falsepositives` begins with a usual word that is misspelt.",
  link: tests,
  *find(subject) {
    for (const { text, span } of scalarsOf(subject, "falsepositives")) {
      const [word = ""] = /^[A-Za-z]+/.exec(text.trim()) ?? [];
      if (others.has(word.toLowerCase())) continue;
      const meant = closest(word, usual);
      if (meant === undefined || meant.toLowerCase() === word.toLowerCase()) continue;
      yield { span, message: `${quote(word)} is no word`, hint: `did you mean “${meant}”?` };
    }
  },
});
