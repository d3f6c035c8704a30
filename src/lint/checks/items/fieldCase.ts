import { quote } from "../../../sigma/index.ts";
import { itemCheck } from "../../check.ts";
import { fieldPlace } from "../../subject/items.ts";
import { fieldsOf } from "../../facts/knownFields.ts";
import { taxonomy } from "../../links.ts";

export const fieldCase = itemCheck({
  code: "field-case",
  explanation: "The name of a field is not in the letter case that events have.",
  link: taxonomy,
  *find(item) {
    const { field, rule } = item;
    if (field === undefined || (rule.taxonomy ?? "sigma") !== "sigma") return;
    const { names } = fieldsOf(rule.logsource);
    if (names.has(field)) return;
    const meant = [...names].find((name) => name.toLowerCase() === field.toLowerCase());
    if (meant === undefined) return;
    const message = `events of this logsource have no field ${quote(field)}: letter case counts`;
    yield { span: fieldPlace(item), message, hint: `write \`${meant}\`` };
  },
});
