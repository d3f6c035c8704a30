import type { LogsourceRow } from "../logsourceRow.ts";

/** Categories by activity. */
type Activities = Readonly<Record<string, readonly string[]>>;

/** What the sensor on a device tells, by class. */
const ofDevices: Readonly<Record<string, Activities>> = {
  1001: { 1: ["file_event"], 2: ["file_access"], 4: ["file_delete"], 5: ["file_rename"] },
  1002: { 1: ["driver_load"] },
  1005: { 1: ["image_load"] },
  1007: { 1: ["process_creation"], 2: ["process_termination"] },
  4001: { 1: ["network_connection"] },
  4003: { 1: ["dns_query"], 2: ["dns_query"], 6: ["dns_query"] },
};

/** The registry's keys, and its values. */
const ofWindows: Readonly<Record<string, Activities>> = {
  201001: {
    1: ["registry_event", "registry_add"],
    4: ["registry_event", "registry_delete"],
    5: ["registry_event", "registry_rename"],
  },
  201002: {
    2: ["registry_event", "registry_set"],
    3: ["registry_event", "registry_set"],
    4: ["registry_event", "registry_delete"],
  },
};

const rowsOf = (product: string, classes: Readonly<Record<string, Activities>>): readonly LogsourceRow[] =>
  Object.entries(classes).map(([uid, categories]) => ({ product, logs: [`ocsf.${product}.${uid}`], categories }));

/**
 * OCSF's classes. What no device of a known system tells is of the network.
 *
 * Source: the OCSF schema's classes and their activities.
 */
export const ocsfLogsources: readonly LogsourceRow[] = [
  ...["windows", "linux", "macos"].flatMap((product) => rowsOf(product, ofDevices)),
  ...rowsOf("windows", ofWindows),
  { logs: ["ocsf.4001"], always: ["firewall"] },
  { logs: ["ocsf.4002"], always: ["proxy", "webserver"] },
  { logs: ["ocsf.4003"], always: ["dns"] },
];
