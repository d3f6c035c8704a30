import type { Rejection } from "../../detection/index.ts";
import { builder } from "../builder.ts";

export const RejectionRef = builder.objectRef<Rejection>("Rejection");

RejectionRef.implement({
  fields: (t) => ({
    index: t.exposeInt("index", { description: "The place in the request of the record, counted from 0." }),
    code: t.exposeString("code"),
    message: t.exposeString("message"),
  }),
});
