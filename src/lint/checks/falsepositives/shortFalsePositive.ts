import { quote } from "../../../sigma/index.ts";
import { documentCheck } from "../../check.ts";
import { scalarsOf } from "../../subject/entries.ts";
import { rules } from "../../links.ts";

export const shortFalsePositive = documentCheck({
  code: "short-falsepositive",
  explanation: "An entry of `falsepositives` has fewer than three characters.",
  link: rules("schema"),
  *find(subject) {
    for (const { text, span } of scalarsOf(subject, "falsepositives")) {
      const word = text.trim();
      if (word.length > 2 || !/^\w*$/.test(word) || word.toLowerCase() === "no") continue;
      yield { span, message: `${quote(word)} names no false positive`, hint: "say who does this in good faith" };
    }
  },
});
