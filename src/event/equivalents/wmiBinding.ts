import type { Equivalent } from "../equivalent.ts";
import { textOf } from "../fields.ts";

/**
 * WMI-Activity 5861, "binding of a permanent consumer", under the names of Sysmon's WMI events.
 *
 * Its `PossibleCause` holds the whole consumer, what it runs included, which Sysmon calls `Destination`.
 */
export const wmiBinding: Equivalent = {
  service: "wmi",
  code: "5861",
  derivations: [
    { name: "Destination", value: (fields) => textOf(fields, "PossibleCause") },
    { name: "Consumer", value: (fields) => textOf(fields, "CONSUMER") },
    { name: "EventNamespace", value: (fields) => textOf(fields, "Namespace") },
  ],
};
