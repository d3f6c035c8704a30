import { type Address, bug, parseAddress, remember } from "../../std/index.ts";
import type { ValueMatcher } from "./matcher.ts";

interface Network {
  readonly network: string;
  readonly prefixLength: number;
}

/** An address of the network, of the same family; an IPv4-mapped IPv6 address counts as IPv4. Host bits of the network are ignored. */
export function matchCidr({ network, prefixLength }: Network): ValueMatcher {
  const base = parseAddress(network) ?? bug(`the parser let a network through: ${network}`);
  const isInside = insideOf(base, widthOf(network) - prefixLength);
  return ({ scalar }) => {
    const address = typeof scalar === "string" ? addressIn(scalar) : undefined;
    return address?.family === base.family && isInside(address);
  };
}

interface NumberedAddress extends Address {
  /** As a number: exact for IPv4. */
  readonly number: number;
}

/** Addresses of IPv4 are numbers, which are many times as quick as integers of any length. */
function insideOf(base: Address, hostBits: number): (address: NumberedAddress) => boolean {
  if (base.family === 6) {
    const shift = BigInt(hostBits);
    const prefix = base.bits >> shift;
    return ({ bits }) => bits >> shift === prefix;
  }
  const size = 2 ** hostBits;
  const prefix = Math.floor(Number(base.bits) / size);
  return ({ number }) => Math.floor(number / size) === prefix;
}

/** Networks stand in lists, and the same addresses come again and again: what was read of the last ones is kept. */
const addressIn = (text: string): NumberedAddress | undefined =>
  text.length > longest ? numbered(parseAddress(text)) : addressOf(text).address;

const longest = 64;
const mostKept = 256;
const addressOf = remember((text) => ({ address: numbered(parseAddress(text)) }), mostKept);

const numbered = (address: Address | undefined): NumberedAddress | undefined =>
  address && { ...address, number: Number(address.bits) };

/** As written: the prefix length of a mapped network counts from the 128 bits of IPv6. */
const widthOf = (network: string): number => (network.includes(":") ? 128 : 32);
