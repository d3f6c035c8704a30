import { ruleCheck } from "../../check.ts";
import { logsourcePlace } from "../../subject/logsourcePlace.ts";
import { tests } from "../../links.ts";

export const sysmonWithoutEventId = ruleCheck({
  code: "sysmon-without-event-id",
  explanation: "A rule of the service `sysmon` does not say by `EventID` which events it means.",
  link: tests,
  *find(subject) {
    const { service, category } = subject.rule.logsource;
    if (service !== "sysmon" || category !== undefined) return;
    if (subject.items.some(({ field }) => field === "EventID")) return;
    yield {
      span: logsourcePlace(subject, "service"),
      message: "the rule is asked for every event of Sysmon",
      hint: "name a category, or ask for `EventID`",
    };
  },
});
