import { bug, parseAddress } from "../../std/index.ts";
import type { ValueMatcher } from "./matcher.ts";

interface Network {
  readonly network: string;
  readonly prefixLength: number;
}

/** An address of the network, of the same family; an IPv4-mapped IPv6 address counts as IPv4. Host bits of the network are ignored. */
export function matchCidr({ network, prefixLength }: Network): ValueMatcher {
  const base = parseAddress(network) ?? bug(`the parser let a network through: ${network}`);
  const hostBits = BigInt(widthOf(network) - prefixLength);
  const prefix = base.bits >> hostBits;
  return ({ scalar }) => {
    const address = typeof scalar === "string" ? parseAddress(scalar) : undefined;
    return address?.family === base.family && address.bits >> hostBits === prefix;
  };
}

/** As written: the prefix length of a mapped network counts from the 128 bits of IPv6. */
const widthOf = (network: string): number => (network.includes(":") ? 128 : 32);
