import type { Count } from "../../detection/index.ts";
import { builder } from "../builder.ts";

export const CountRef = builder.objectRef<Count>("Count");

CountRef.implement({
  description: "How many there are.",
  fields: (t) => ({
    value: t.exposeInt("value", { description: "The number, or the least that it is." }),
    isExact: t.exposeBoolean("isExact", { description: "False: there are `value` at least." }),
  }),
});
