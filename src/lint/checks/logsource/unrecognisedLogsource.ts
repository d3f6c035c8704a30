import { quote } from "../../../sigma/index.ts";
import { ruleCheck } from "../../check.ts";
import { isRecognised, strangerIn } from "../../facts/knownLogsources.ts";
import { taxonomy } from "../../links.ts";
import { keyPlaceOf } from "../../subject/entries.ts";

export const unrecognisedLogsource = ruleCheck({
  code: "unrecognised-logsource",
  explanation:
    "DetectQL recognises no event of this `logsource` by itself: senders must declare it. Said when a rule is stored.",
  link: taxonomy,
  *find(subject) {
    const { logsource } = subject.rule;
    // A check of its own speaks of names that nobody knows.
    if (isRecognised(logsource) || strangerIn(logsource) !== undefined) return;
    const names = (["product", "category", "service"] as const).flatMap((dimension) => {
      const name = logsource[dimension];
      return name === undefined ? [] : `${dimension} ${quote(name)}`;
    });
    yield {
      span: keyPlaceOf(subject, "logsource"),
      message: `no event is recognised as ${names.join(", ")} by itself`,
      hint: "senders of such events must declare the logsource, else the rule finds nothing",
    };
  },
});
