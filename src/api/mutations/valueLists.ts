import { deleteValueList, setValueList } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { clientError } from "../errors.ts";
import { readName, readText } from "../ids.ts";
import { limits } from "../limits.ts";
import { ValueListRef } from "../types/valueList.ts";

builder.mutationFields((t) => ({
  setValueList: t.field({
    type: ValueListRef,
    ...only("administer"),
    description: "Sets the values of a placeholder. The rules that use it find by them at once.",
    args: {
      name: t.arg.id({ required: true, description: "As between the percent signs of `%name%`." }),
      values: t.arg.stringList({ required: true, description: `At most ${limits.valueListLength}.` }),
    },
    resolve: (_, { name, values }, { rooms, principal }) => {
      readName(name);
      if (values.length === 0 || values.length > limits.valueListLength) {
        throw clientError("BAD_USER_INPUT", `a list has 1 to ${limits.valueListLength} values, not ${values.length}`);
      }
      return setValueList(
        rooms,
        principal,
        name,
        values.map((value) => readText(value, "values")),
      );
    },
  }),
  deleteValueList: t.boolean({
    ...only("administer"),
    description: "Removes a list; rules that use it say so and find nothing. False if there was none.",
    args: { name: t.arg.id({ required: true, description: "The list's name." }) },
    resolve: (_, { name }, { rooms, principal }) => deleteValueList(rooms, principal, readText(name, "name")),
  }),
}));
