import { quote } from "../../../sigma/index.ts";
import { ruleCheck } from "../../check.ts";
import { spellLogsource } from "../../facts/knownLogsources.ts";
import { logsourcePlace } from "../../subject/logsourcePlace.ts";
import { rules } from "../../links.ts";

export const logsourceSpelling = ruleCheck({
  code: "logsource-spelling",
  explanation: "A name in the `logsource` is not written in small letters, or has blanks.",
  link: rules("logsource"),
  *find(subject) {
    for (const key of ["category", "product", "service"] as const) {
      const name = subject.rule.logsource[key];
      if (name === undefined) continue;
      const spelling = spellLogsource(name);
      if (spelling === name) continue;
      const span = logsourcePlace(subject, key);
      yield { span, message: `${quote(name)} is not how a ${key} is spelt`, hint: `write ${quote(spelling)}` };
    }
  },
});
