import { quote } from "../../../sigma/index.ts";
import { itemCheck } from "../../check.ts";
import { fieldPlace } from "../../subject/items.ts";
import { rules } from "../../links.ts";

export const spaceInField = itemCheck({
  code: "space-in-field",
  explanation: "The name of a field has a blank, which names in events lose.",
  link: rules("field-usage"),
  *find(item) {
    const { field = "" } = item;
    if (!/\s/.test(field)) return;
    const message = `the name ${quote(field)} has a blank`;
    yield { span: fieldPlace(item), message, hint: `write \`${field.replaceAll(/\s+/g, "")}\`` };
  },
});
