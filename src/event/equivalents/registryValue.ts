import type { Equivalent } from "../equivalent.ts";
import { textOf, type Fields } from "../fields.ts";
import { asSysmonWritesDword, asSysmonWritesKey, asSysmonWritesQword } from "../values/registry.ts";
import { actingProcess } from "./subject.ts";

/**
 * Security 4657, "a registry value was modified", under the names of Sysmon's registry events.
 *
 * The value's name is joined to its key, and what it was set to is written as Sysmon does: for rules, text is text, a number is
 * `DWORD (0x00000001)` and bytes are `Binary Data`. To Sysmon a new value is one that was set, as any other.
 *
 * @see Microsoft, "4657(S): A registry value was modified", field descriptions
 */
export const registryValue: Equivalent = {
  service: "security",
  code: "4657",
  derivations: [
    { name: "TargetObject", value: targetObject },
    { name: "Details", value: details },
    { name: "EventType", replaces: true, value: (fields) => eventTypes.get(operationOf(fields) ?? "") },
    ...actingProcess,
  ],
};

export const operations = { added: "%%1904", set: "%%1905", deleted: "%%1906" } as const;

const eventTypes = new Map<string, string>([
  [operations.added, "SetValue"],
  [operations.set, "SetValue"],
  [operations.deleted, "DeleteValue"],
]);

/** Some shippers write the sentence that the code stands for. */
const sentences = new Map<string, string>([
  ["new registry value created", operations.added],
  ["existing registry value modified", operations.set],
  ["registry value deleted", operations.deleted],
]);

/** What was done to the value, by its code. */
export function operationOf(fields: Fields): string | undefined {
  const operation = textOf(fields, "OperationType");
  return sentences.get(operation?.toLowerCase().replace(/\.$/, "") ?? "") ?? operation;
}

function targetObject(fields: Fields): string | undefined {
  const key = textOf(fields, "ObjectName");
  const value = textOf(fields, "ObjectValueName");
  if (key === undefined) return undefined;
  return asSysmonWritesKey(value === undefined ? key : `${key}\\${value}`);
}

function details(fields: Fields): string | undefined {
  const value = textOf(fields, "NewValue");
  const type = textOf(fields, "NewValueType") ?? "";
  return value === undefined ? undefined : (writers.get(type)?.(value) ?? value);
}

const binary = (): string => "Binary Data";

/** By the type of the value: its code, or the word that the code stands for. */
const writers = new Map<string, (value: string) => string>([
  ["%%1875", binary],
  ["REG_BINARY", binary],
  ["%%1876", asSysmonWritesDword],
  ["REG_DWORD", asSysmonWritesDword],
  ["%%1883", asSysmonWritesQword],
  ["REG_QWORD", asSysmonWritesQword],
]);
