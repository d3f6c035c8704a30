import { type LogsourceRow, logsources } from "../../../event/index.ts";
import { quote } from "../../../sigma/index.ts";
import { itemCheck } from "../../check.ts";
import { fieldPlace } from "../../subject/items.ts";
import { tests } from "../../links.ts";

export const impliedField = itemCheck({
  code: "implied-field",
  explanation:
    "An item asks for the log or the number of an event, which the category says already: the rule finds it in one log only.",
  link: tests,
  *find(item) {
    const { field, values, rule } = item;
    const { product, category = "" } = rule.logsource;
    if (field !== "EventID" && field !== "Provider_Name" && field !== "Channel") return;
    const logs = logsources.filter((row) => row.product === product && codesOf(row, category).length > 0);
    const implied = new Set(logs.flatMap((row) => impliedBy(row, category)[field]));
    if (implied.size === 0 || !values.every(({ text }) => implied.has(text))) return;
    if (logs.some((row) => codesOf(row, category).length > 1) && field === "EventID") return;
    const message = `the category ${quote(category)} says already which events are meant`;
    yield { span: fieldPlace(item), message, hint: `leave ${field} out, so that the rule holds for other logs too` };
  },
});

const codesOf = ({ categories = {} }: LogsourceRow, category: string): readonly string[] =>
  Object.entries(categories).flatMap(([code, names]) => (names.includes(category) ? code : []));

const impliedBy = (row: LogsourceRow, category: string) => ({
  EventID: codesOf(row, category),
  Provider_Name: row.providers ?? [],
  Channel: row.logs,
});
