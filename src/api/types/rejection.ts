import type { Rejection } from "../../detection/index.ts";
import { builder } from "../builder.ts";

export const RejectionRef = builder.objectRef<Rejection>("Rejection");

RejectionRef.implement({
  description: "A record that was not taken, and why. The others are not hindered by it.",
  fields: (t) => ({
    index: t.exposeInt("index", { description: "The place in the request of the record, counted from 0." }),
    code: t.exposeString("code", { description: "Stable: tools can rely on it." }),
    message: t.exposeString("message", { description: "What is wrong, in a sentence." }),
  }),
});
