import { type Address, bug, parseAddress } from "../../std/index.ts";
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
    const address = typeof scalar === "string" ? addressIn(scalar) : undefined;
    return address?.family === base.family && address.bits >> hostBits === prefix;
  };
}

/** Networks stand in lists: one value is asked about by a dozen of them in a row. */
function addressIn(text: string): Address | undefined {
  if (last?.text !== text) last = { text, address: parseAddress(text) };
  return last.address;
}

let last: { readonly text: string; readonly address: Address | undefined } | undefined;

/** As written: the prefix length of a mapped network counts from the 128 bits of IPv6. */
const widthOf = (network: string): number => (network.includes(":") ? 128 : 32);
