import { quote } from "../../../sigma/index.ts";
import { itemCheck, type ItemSubject } from "../../check.ts";
import { fieldPlace } from "../../subject/items.ts";
import { rules } from "../../links.ts";
import { repeated } from "../../meaning/repeated.ts";

export const repeatedField = itemCheck({
  code: "repeated-field",
  explanation: "A map asks for the same field twice in the same way, in two spellings.",
  link: rules("maps"),
  *find(item) {
    if (item !== item.together[0]) return;
    const named = item.together.filter(({ field }) => field !== undefined);
    for (const later of repeated(named, meaningOf)) {
      yield {
        span: fieldPlace(later),
        message: `${quote(later.field ?? "")} is asked for in the same way above`,
        hint: "both must hold: put the values in one list if any of them may",
      };
    }
  },
});

const meaningOf = ({ field = "", modifiers }: ItemSubject): string =>
  [field.toLowerCase(), ...modifiers.toSorted()].join("|");
