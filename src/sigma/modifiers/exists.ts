import { made, type Modifier } from "./modifier.ts";

/** Whether the event has the field at all, null and empty included. A check has seen to it that the value is a boolean. */
export const exists: Modifier = {
  name: "exists",
  role: "operator",
  apply: (_, value) => made({ kind: "exists", expected: value.text.toLowerCase() === "true" }),
};
