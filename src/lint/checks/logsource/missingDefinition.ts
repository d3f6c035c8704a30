import { quote } from "../../../sigma/index.ts";
import { type Finding, ruleCheck, type RuleSubject } from "../../check.ts";
import { rules } from "../../links.ts";
import { logsourcePlace } from "../../subject/logsourcePlace.ts";
import { auditedEvents, logsToSwitchOn } from "../../facts/switchedOffLogs.ts";

export const missingDefinition = ruleCheck({
  code: "missing-definition",
  explanation:
    "A rule looks at events that are not written by default, and its `logsource` has no `definition` that says so.",
  link: rules("logsource"),
  *find(subject) {
    const { product, category = "", service = "", definition } = subject.rule.logsource;
    if (definition !== undefined || product !== "windows") return;
    const need = logsToSwitchOn.get(category) ?? logsToSwitchOn.get(service);
    if (need !== undefined) {
      yield finding(
        subject,
        `events of ${quote(category === "" ? service : category)} are not written by default`,
        need,
      );
    } else if (service === "security") yield* ofSecurity(subject);
  },
});

/** One finding is enough: the definition will speak of all events. */
function* ofSecurity(subject: RuleSubject): Iterable<Finding> {
  const ids = subject.items.filter(({ field }) => field === "EventID").flatMap(({ values }) => values);
  const audited = ids.find(({ text }) => auditedEvents.has(text));
  const need = audited && auditedEvents.get(audited.text);
  if (!audited || need === undefined) return;
  yield finding(subject, `event ${audited.text} is not written by default`, need);
}

const finding = (subject: RuleSubject, message: string, need: string): Finding => ({
  span: logsourcePlace(subject, subject.rule.logsource.category === undefined ? "service" : "category"),
  message,
  hint: `say in a \`definition\`: ${need}`,
});
