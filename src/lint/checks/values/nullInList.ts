import { itemCheck } from "../../check.ts";
import { rules } from "../../links.ts";

export const nullInList = itemCheck({
  code: "null-in-list",
  explanation: "A list of values holds null, which other tools refuse or read differently.",
  link: rules("special-field-values"),
  *find({ values }) {
    if (values.length < 2) return;
    for (const { type, span } of values) {
      if (type !== "null") continue;
      yield { span, message: "null stands among other values", hint: "ask for it in a selection of its own" };
    }
  },
});
