import type { Classification } from "../event/index.ts";

/**
 * Kinds of logs that are sent as plain lines, by the name that `?source=` and `--lines` take, with what is certain of their events.
 * What else they are, each line tells. A new one is a line here, and a shape that knows its lines.
 */
const lineSources: ReadonlyMap<string, Partial<Classification> | undefined> = new Map([
  ["auditd", { product: "linux", service: "auditd" }],
  ["access_log", { categories: ["webserver"] }],
  ["syslog", undefined],
]);

/** What a name of a source stands for, or why it stands for nothing. */
export function lineSource(name: string): { readonly logsource?: Partial<Classification> } | string {
  if (!lineSources.has(name)) return `source "${name}" is not known: it may be ${[...lineSources.keys()].join(", ")}`;
  const logsource = lineSources.get(name);
  return logsource === undefined ? {} : { logsource };
}
