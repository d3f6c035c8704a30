import type { Derivation } from "../derivation.ts";
import { textOf } from "../fields.ts";

const passed = new Set(`accept accepted allow allowed built forward forwarded pass passed permit permitted`.split(" "));
const stopped = new Set(
  `block blocked client-rst close denied deny drop dropped reject rejected reset reset-both reset-client reset-server
   server-rst`.split(/\s+/),
);

/** Whether a firewall stopped a connection: each has words of its own for what it did, rules can ask for this. */
export const blocked: Derivation = {
  name: "blocked",
  value: (fields) => {
    const action = textOf(fields, "action")?.toLowerCase() ?? "";
    return passed.has(action) ? "false" : stopped.has(action) ? "true" : undefined;
  },
};
