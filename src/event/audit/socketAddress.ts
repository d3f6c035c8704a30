import { hexBytes, hexText } from "./hex.ts";

/** A peer or a local endpoint. */
export type SocketAddress =
  | { readonly kind: "internet"; readonly address: string; readonly port: number }
  | { readonly kind: "local"; readonly path: string };

/**
 * Decodes the `saddr` of a SOCKADDR record: the bytes of a `struct sockaddr` in hexadecimal.
 *
 * The family is in the machine's byte order, which is little end first on every architecture that `syscalls.ts` knows; port and
 * address are in network order.
 *
 * @returns undefined for other families (netlink, packet) and for what is cut
 * @see Linux, `ip(7)`, `ipv6(7)`, `unix(7)`
 */
export function decodeSocketAddress(saddr: string): SocketAddress | undefined {
  const bytes = hexBytes(saddr);
  if (bytes === undefined || bytes[1] !== 0) return undefined;
  const port = (bytes[2] ?? 0) * 256 + (bytes[3] ?? 0);
  if (bytes[0] === family.inet && bytes.length >= 8) {
    return { kind: "internet", address: bytes.slice(4, 8).join("."), port };
  }
  if (bytes[0] === family.inet6 && bytes.length >= 24) {
    return { kind: "internet", address: printV6(bytes.slice(8, 24)), port };
  }
  if (bytes[0] !== family.unix) return undefined;
  const path = (hexText(saddr.slice(4)) ?? "").replace(/^\0/, "@").replace(/\0.*$/s, "");
  return path === "" ? undefined : { kind: "local", path };
}

const family = { unix: 1, inet: 2, inet6: 10 };

/** As RFC 5952 writes it: the longest run of zeros is `::`; an IPv4 address that is mapped is written as such. */
function printV6(bytes: readonly number[]): string {
  const groups = Array.from({ length: 8 }, (_, at) => ((bytes[at * 2] ?? 0) << 8) | (bytes[at * 2 + 1] ?? 0));
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return bytes.slice(12).join(".");
  const text = groups.map((group) => group.toString(16)).join(":");
  const zeros = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].map(([run]) => run);
  const [longest] = zeros.sort((one, other) => other.replace(/^:/, "").length - one.replace(/^:/, "").length);
  return longest === undefined ? text : text.replace(longest, ":").replace(/^:(?!:)|(?<!:):$/, "::");
}
