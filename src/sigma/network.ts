import { type Address, parseAddress } from "../std/index.ts";

/** A network of IPv4 or IPv6 addresses. */
export interface Network {
  /** The first address, in canonical text (RFC 5952 for IPv6): bits behind the prefix are zero. */
  readonly network: string;
  readonly prefixLength: number;
}

/**
 * Reads `10.0.0.0/8`, `fe80::/10`, or an address alone, which is a network of one. Bits behind the prefix are cleared.
 *
 * An IPv4-mapped network (`::ffff:10.0.0.0/104`) is the IPv4 network that it maps: events hold such addresses in either form.
 *
 * @returns undefined if the text is anything else: leading zeros, a zone, spaces, wildcards
 */
export function parseNetwork(text: string): Network | undefined {
  const [host = "", prefix, ...rest] = text.split("/");
  const address = host.includes("%") ? undefined : parseAddress(host);
  if (!address || rest.length > 0) return undefined;
  const width = host.includes(":") ? 128 : 32;
  const length = prefix === undefined ? width : parsePrefix(prefix, width);
  if (length === undefined) return undefined;
  if (address.family === 6 || width === 32) return format(address, length);
  return length >= 96 ? format(address, length - 96) : format(mapped(address), length);
}

function parsePrefix(text: string, width: number): number | undefined {
  const isDecimal = /^(?:0|[1-9][0-9]{0,2})$/.test(text);
  return isDecimal && Number(text) <= width ? Number(text) : undefined;
}

const mapped = ({ bits }: Address): Address => ({ family: 6, bits: (0xffffn << 32n) | bits });

function format({ family, bits }: Address, prefixLength: number): Network {
  const hostBits = BigInt((family === 4 ? 32 : 128) - prefixLength);
  const first = (bits >> hostBits) << hostBits;
  return { network: family === 4 ? formatV4(first) : formatV6(first), prefixLength };
}

const formatV4 = (bits: bigint): string => split(bits, { count: 4, width: 8n }).join(".");

/** Lower case, no leading zeros, the first of the longest runs of zeros shortened. @see RFC 5952, section 4 */
function formatV6(bits: bigint): string {
  const text = split(bits, { count: 8, width: 16n })
    .map((group) => group.toString(16))
    .join(":");
  const runs = text.match(/\b0(?::0)+\b/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), "");
  return longest === "" ? text : text.replace(new RegExp(`:?\\b${longest}\\b:?`), "::");
}

const split = (bits: bigint, { count, width }: { readonly count: number; readonly width: bigint }): readonly bigint[] =>
  Array.from({ length: count }, (_, index) => (bits >> (width * BigInt(count - 1 - index))) & ((1n << width) - 1n));
