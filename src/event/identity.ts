import { parseAddress } from "../std/index.ts";
import { textOf, type Fields } from "./fields.ts";
import { parseTime } from "./parseTime.ts";

/** The first of these fields that holds a time. */
export function firstTime(fields: Fields, names: readonly string[]): number | undefined {
  for (const name of names) {
    const timeMs = parseTime(fields.field(name)?.[0]);
    if (timeMs !== undefined) return timeMs;
  }
  return undefined;
}

/** The first of these fields that holds a name. */
export function firstName(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = nameIn(fields, name);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** What a field holds, if it can be a name. */
export function nameIn(fields: Fields, name: string): string | undefined {
  const text = textOf(fields, name);
  return text !== undefined && text.length <= longest ? storable(text) : undefined;
}

/** `domain\name`, as Windows writes accounts; the name alone where the domain is not known. */
export function account(fields: Fields, domainField: string, nameField: string): string | undefined {
  const name = nameIn(fields, nameField);
  if (name === undefined || name.includes("\\")) return name;
  const domain = nameIn(fields, domainField);
  const joined = `${domain ?? ""}\\${name}`;
  return domain === undefined || joined.length > longest ? name : joined;
}

/**
 * The first of these fields that holds an IP address. A port behind it is left out; an IPv4 address that is written as IPv6 comes as
 * IPv4. Clouds write names of services in such fields too: they are passed over.
 */
export function firstAddress(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = textOf(fields, name);
    const address = text === undefined ? undefined : addressIn(text);
    if (address !== undefined) return address;
  }
  return undefined;
}

function addressIn(text: string): string | undefined {
  if (usual.test(text)) return text;
  const [, inBrackets, beforePort] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(text) ?? [];
  const address = inBrackets ?? beforePort ?? text;
  if (parseAddress(address) === undefined) return undefined;
  return /^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(address) ? address.slice(7) : address;
}

/** What most addresses are, and no others: this is asked of every event. */
const usual = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** Longer than any host or account name. What is longer is not one, and would not fit a database index. */
const longest = 512;

/** Databases do not store U+0000 in text. The field keeps it. */
const storable = (text: string) => (text.includes("\0") ? text.replaceAll("\0", "\uFFFD") : text);
