import { BlockList, isIP } from "node:net";

/**
 * Reads a network as keys keep it: `10.0.0.0/8`, `2001:db8::/32` (CIDR, RFC 4632), or one address.
 *
 * @returns undefined if the text is neither
 */
export function readNetwork(text: string): string | undefined {
  const [address = "", length, ...more] = text.trim().split("/");
  const version = isIP(address);
  // A zone names an interface of one machine, no network.
  if (version === 0 || address.includes("%") || more.length > 0) return undefined;
  const bits = version === 4 ? 32 : 128;
  if (length === undefined) return `${address}/${bits}`;
  return /^\d{1,3}$/.test(length) && Number(length) <= bits ? `${address}/${Number(length)}` : undefined;
}

/** Whether an address lies in one of `networks`; every address does where there are none. */
export function isWithin(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  const list = new BlockList();
  for (const network of networks) {
    const [start = "", length] = network.split("/");
    list.addSubnet(start, Number(length), isIP(start) === 4 ? "ipv4" : "ipv6");
  }
  const plain = unmapped(address);
  const version = isIP(plain);
  return version !== 0 && list.check(plain, version === 4 ? "ipv4" : "ipv6");
}

/** A socket that takes both kinds shows IPv4 addresses as `::ffff:10.0.0.1`. */
const unmapped = (address: string): string => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
