import { quote } from "../../../sigma/index.ts";
import { documentCheck } from "../../check.ts";
import { scalarsOf } from "../../subject/entries.ts";
import { tests } from "../../links.ts";

export const falsePositiveCase = documentCheck({
  code: "falsepositive-case",
  explanation: "An entry of `falsepositives` begins with a small letter.",
  link: tests,
  *find(subject) {
    for (const { text, span } of scalarsOf(subject, "falsepositives")) {
      const [word] = /^\p{Ll}+(?=[\s,;:-]|$)/u.exec(text.trim()) ?? [];
      if (word !== undefined)
        yield { span, message: `${quote(word)} begins with a small letter`, hint: "begin with a capital" };
    }
  },
});
