import { quote } from "../../../sigma/index.ts";
import { documentCheck } from "../../check.ts";
import { scalarsOf } from "../../subject/entries.ts";
import { convention } from "../../links.ts";

/** Who attacks on request is found as meant. */
const empty = /^(?:none|no|n\/?a|nothing|not known|never|tbd|todo|-+|\?+)\.?$/i;
const attack = /\b(?:pen(?:etration)?[ -]?tests?(?:ing|ers?)?|red[ -]?team(?:s|ing|ers?)?)\b/i;

export const vagueFalsePositive = documentCheck({
  code: "vague-falsepositive",
  explanation: "An entry of `falsepositives` says nothing, or names an attack.",
  link: convention("false-positives"),
  *find(subject) {
    for (const { text, span } of scalarsOf(subject, "falsepositives")) {
      const word = text.trim();
      if (empty.test(word)) {
        const hint = "write `Unknown` if you know of none, `Unlikely` if you expect none";
        yield { span, message: `${quote(word)} names no false positive`, hint };
      } else if (attack.test(word)) {
        yield { span, message: "an attack on request is no false positive", hint: "it is what the rule is to find" };
      }
    }
  },
});
