import { parseAddress } from "../std/index.ts";
import type { Reader } from "./eventReaders.ts";
import { textOf, textOfValue, type Fields } from "./fields.ts";
import { parseTime } from "./parseTime.ts";

/** The first of these fields that holds a time. */
export function firstTime(own: Fields, readers: readonly Reader[]): number | undefined {
  for (const reader of readers) {
    const value = reader.first(own);
    const timeMs = value === undefined ? undefined : parseTime(value);
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

/** As `firstName`, of fields that have been looked up. */
export function firstHost(own: Fields, readers: readonly Reader[]): string | undefined {
  for (const reader of readers) {
    const text = nameOf(textOfValue(reader.first(own)));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** What a field holds, if it can be a name. */
export const nameIn = (fields: Fields, name: string): string | undefined => nameOf(textOf(fields, name));

function nameOf(text: string | undefined): string | undefined {
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
export function firstAddress(own: Fields, readers: readonly Reader[]): string | undefined {
  for (const reader of readers) {
    const text = textOfValue(reader.first(own));
    const address = text === undefined ? undefined : addressIn(text);
    if (address !== undefined) return address;
  }
  return undefined;
}

function addressIn(text: string): string | undefined {
  if (usual.test(text) || usualV6.test(text)) return text;
  const [, inBrackets, beforePort] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(text) ?? [];
  const address = inBrackets ?? beforePort ?? text;
  if (parseAddress(address) === undefined) return undefined;
  return /^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(address) ? address.slice(7) : address;
}

/** What most addresses are, and no others: this is asked of every event. */
const usual = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** The usual of IPv6: eight groups, or two runs of groups with `::` between and at most seven colons in all; no IPv4 in it. */
const usualV6 =
  /^(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?=(?:[\da-f]*:){2,7}[\da-f]*$)(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?::(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?)$/i;

/** Longer than any host or account name. What is longer is not one, and would not fit a database index. */
const longest = 512;

/** Databases do not store U+0000 in text. The field keeps it. */
const storable = (text: string) => (text.includes("\0") ? text.replaceAll("\0", "\uFFFD") : text);
