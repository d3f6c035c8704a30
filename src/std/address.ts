/** An IP address; `bits` is its number, of 32 bits for family 4, of 128 for family 6. */
export interface Address {
  readonly family: 4 | 6;
  readonly bits: bigint;
}

/**
 * Reads an IPv4 or IPv6 address (RFC 4291, section 2.2). An IPv4-mapped IPv6 address is read as the IPv4 address; a zone
 * (`%eth0`) is left out.
 *
 * @returns undefined if the text is anything else: a port, brackets, spaces, octets with leading zeros
 */
export function parseAddress(text: string): Address | undefined {
  if (text.length > longest) return undefined;
  return text.includes(":") ? parseV6(text) : parseV4(text);
}

/** 45 characters for the address, the rest for a zone: enough for an interface name of any system. */
const longest = 300;

function parseV4(text: string): Address | undefined {
  const octets = text.split(".");
  if (octets.length !== 4 || !octets.every((octet) => /^(0|[1-9]\d{0,2})$/.test(octet) && Number(octet) < 256))
    return undefined;
  return { family: 4, bits: combine(octets.map(Number), 8n) };
}

function parseV6(text: string): Address | undefined {
  const [address = "", zone] = text.split(/%(.*)/s);
  if (zone === "") return undefined;
  const groups = expand(inlineV4(address));
  if (!groups?.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return unmap(
    combine(
      groups.map((group) => Number.parseInt(group, 16)),
      16n,
    ),
  );
}

/** `::ffff:10.0.0.1` -> `::ffff:a00:1`: the last 32 bits may be written as IPv4. */
function inlineV4(text: string): string {
  const start = text.lastIndexOf(":") + 1;
  const tail = parseV4(text.slice(start));
  if (!tail) return text;
  return `${text.slice(0, start)}${(tail.bits >> 16n).toString(16)}:${(tail.bits & 0xffffn).toString(16)}`;
}

/** The eight groups; `::`, at most once, stands for one or more groups of zeros. */
function expand(text: string): readonly string[] | undefined {
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return undefined;
  const before = split(head);
  if (tail === undefined) return before.length === 8 ? before : undefined;
  const after = split(tail);
  const missing = 8 - before.length - after.length;
  return missing < 1 ? undefined : [...before, ...Array.from({ length: missing }, () => "0"), ...after];
}

const split = (text: string): readonly string[] => (text === "" ? [] : text.split(":"));

const combine = (parts: readonly number[], width: bigint): bigint =>
  parts.reduce((bits, part) => (bits << width) | BigInt(part), 0n);

const unmap = (bits: bigint): Address =>
  bits >> 32n === 0xffffn ? { family: 4, bits: bits & 0xffff_ffffn } : { family: 6, bits };
