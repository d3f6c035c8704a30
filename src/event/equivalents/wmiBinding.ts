import type { Equivalent } from "../equivalent.ts";
import { textOf } from "../fields.ts";

/**
 * WMI-Activity 5861, "binding of a permanent consumer", under the names of Sysmon's WMI events.
 *
 * Its `PossibleCause` holds the whole consumer, what it runs included, which Sysmon calls `Destination`; a shipper that drops
 * the data of this event leaves it in the rendered message.
 */
export const wmiBinding: Equivalent = {
  service: "wmi",
  code: "5861",
  derivations: [
    { name: "Destination", value: (fields) => textOf(fields, "PossibleCause") ?? textOf(fields, "Message") },
    { name: "Consumer", value: (fields) => textOf(fields, "CONSUMER") },
    { name: "EventNamespace", value: (fields) => textOf(fields, "Namespace") },
  ],
};
