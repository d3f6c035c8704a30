import { closest } from "../../../std/index.ts";
import { quote } from "../../../sigma/index.ts";
import { itemCheck } from "../../check.ts";
import { fieldPlace } from "../../subject/items.ts";
import { fieldsOf } from "../../facts/knownFields.ts";
import { taxonomy } from "../../links.ts";

export const unknownField = itemCheck({
  code: "unknown-field",
  explanation: "Events of the rule's `logsource` have no such field.",
  link: taxonomy,
  *find(item) {
    const { field, rule } = item;
    if (field === undefined || (rule.taxonomy ?? "sigma") !== "sigma") return;
    const { names, isComplete } = fieldsOf(rule.logsource);
    if (!isComplete || names.has(field) || isSpeltOtherwise(field, names)) return;
    const meant = closest(field, names);
    yield {
      span: fieldPlace(item),
      message: `events of this logsource have no field ${quote(field)}`,
      hint: meant === undefined ? listOf(names) : `did you mean \`${meant}\`?`,
    };
  },
});

/** The check of letter case speaks of it. */
const isSpeltOtherwise = (field: string, names: ReadonlySet<string>): boolean =>
  [...names].some((name) => name.toLowerCase() === field.toLowerCase());

function listOf(names: ReadonlySet<string>): string {
  const first = [...names].slice(0, 8).join(", ");
  return names.size > 8 ? `they have ${first} and ${names.size - 8} more` : `they have ${first}`;
}
