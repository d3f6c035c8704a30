import type { Derivation } from "./derivation.ts";
import { textOf } from "./fields.ts";

/**
 * In 104 rules mean the log that was cleared, which the event calls `Channel` as well: flat, it has room for one of them alone. The
 * other is left in the message.
 */
export const clearedChannel: Derivation = {
  name: "Channel",
  replaces: true,
  isWritten: true,
  value: (fields) =>
    textOf(fields, "EventID") === "104" && textOf(fields, "Provider_Name") === "Microsoft-Windows-Eventlog"
      ? /^The (.+) log file was cleared/.exec(textOf(fields, "Message") ?? "")?.[1]
      : undefined,
};
