import { textOf, type Draft } from "./draft.ts";
import { parseTime } from "./parseTime.ts";

/** The first of these fields that holds a time. */
export function firstTime(draft: Draft, names: readonly string[]): number | undefined {
  for (const name of names) {
    const timeMs = parseTime(draft.fields.get(name)?.[0]);
    if (timeMs !== undefined) return timeMs;
  }
  return undefined;
}

/** The first of these fields that holds a name. */
export function firstName(draft: Draft, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = textOf(draft, name);
    if (text !== undefined && text.length <= longest) return storable(text);
  }
  return undefined;
}

/** `domain\name`, as Windows writes accounts; the name alone where the domain is not known. */
export function account(draft: Draft, domainField: string, nameField: string): string | undefined {
  const name = firstName(draft, [nameField]);
  const domain = firstName(draft, [domainField]);
  if (name === undefined || domain === undefined || name.includes("\\")) return name;
  const joined = `${domain}\\${name}`;
  return joined.length <= longest ? joined : name;
}

/** The first of these fields that holds an address; an IPv4 address that is written as IPv6 comes as IPv4. */
export function firstAddress(draft: Draft, names: readonly string[]): string | undefined {
  const address = firstName(draft, names);
  return address !== undefined && /^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(address) ? address.slice(7) : address;
}

/** Longer than any host or account name. What is longer is not one, and would not fit a database index. */
const longest = 512;

/** Databases do not store U+0000 in text. The field keeps it. */
const storable = (text: string) => (text.includes("\0") ? text.replaceAll("\0", "\uFFFD") : text);
