import { quote } from "../../../sigma/index.ts";
import { documentCheck } from "../../check.ts";
import { scalarsOf } from "../../subject/entries.ts";
import { convention } from "../../links.ts";

const isUrl = (text: string): boolean => /^(?:https?|ftp):\/\/[^\s/]\S*$/i.test(text);

/** What its author found out has no page. */
const ownWork = /\b(?:internal|personal|own|private|self)\b.*\b(?:research|analysis|knowledge|experience|work)\b/i;

export const referenceNotUrl = documentCheck({
  code: "reference-not-url",
  explanation: "An entry of `references` is not a link.",
  link: convention("references"),
  *find(subject) {
    for (const { text, span } of scalarsOf(subject, "references")) {
      if (isUrl(text.trim()) || ownWork.test(text.slice(0, 200))) continue;
      yield { span, message: `${quote(text)} is not a link`, hint: "a link begins with `https://` and has no blanks" };
    }
  },
});
