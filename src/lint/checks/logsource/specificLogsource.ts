import { type LogsourceRow, logsources } from "../../../event/index.ts";
import { quote } from "../../../sigma/index.ts";
import { type ItemSubject, ruleCheck } from "../../check.ts";
import { taxonomy } from "../../links.ts";

export const specificLogsource = ruleCheck({
  code: "specific-logsource",
  explanation: "A rule asks one log for events that have a category, and so misses the same events of any other log.",
  link: taxonomy,
  *find({ rule, items }) {
    const { product, service, category } = rule.logsource;
    if (service === undefined || category !== undefined) return;
    const log = logsources.find((row) => row.product === product && row.service === service);
    // An equivalent has fields of its own besides, and a rule about the log asks for those.
    if (!log || log.hasEquivalents === true) return;
    for (const item of items) {
      const shared = item.field === "EventID" && item.modifiers.length === 0 ? categoryOf(item, log) : undefined;
      if (shared === undefined) continue;
      const message = `these events are the category ${quote(shared)}`;
      yield { span: item.span, message, hint: `write \`category: ${shared}\` in place of \`service: ${service}\`` };
    }
  },
});

/** The one category that all the events are of. */
function categoryOf({ values }: ItemSubject, { categories = {} }: LogsourceRow): string | undefined {
  const ofEach = values.map(({ text }) => categories[text] ?? []);
  return ofEach[0]?.find((category) => ofEach.every((others) => others.includes(category)));
}
