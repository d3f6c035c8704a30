import { expect, test } from "vitest";
import type { Scalar } from "../../../src/std/index.ts";
import { matchesField } from "./matchesField.ts";

interface Row {
  readonly network: string;
  readonly value: Scalar | readonly Scalar[] | undefined;
  readonly matches: boolean;
  readonly because: string;
}

test.each<Row>([
  { network: "10.0.0.0/8", value: "10.255.0.1", matches: true, because: "it is inside" },
  { network: "10.0.0.0/8", value: "11.0.0.1", matches: false, because: "it is outside" },
  { network: "192.168.1.128/25", value: "192.168.1.127", matches: false, because: "the border is exact" },
  { network: "192.168.1.128/25", value: "192.168.1.128", matches: true, because: "on both sides" },
  { network: "10.1.2.3/8", value: "10.0.0.0", matches: true, because: "host bits are ignored" },
  { network: "10.0.0.1/32", value: "10.0.0.1", matches: true, because: "one address is a network" },
  { network: "0.0.0.0/0", value: "255.1.2.3", matches: true, because: "all of IPv4" },
  { network: "0.0.0.0/0", value: "fe80::1", matches: false, because: "but not IPv6" },
  { network: "::/0", value: "1.2.3.4", matches: false, because: "nor the reverse" },
  { network: "10.0.0.0/8", value: "::ffff:10.0.0.1", matches: true, because: "a mapped address is IPv4" },
  { network: "::ffff:10.0.0.0/104", value: "10.1.1.1", matches: true, because: "so is a mapped network" },
  { network: "::ffff:0.0.0.0/90", value: "10.1.1.1", matches: true, because: "also one wider than all of IPv4" },
  { network: "128.0.0.0/1", value: "255.0.0.1", matches: true, because: "the highest bit is a bit like others" },
  { network: "128.0.0.0/1", value: "127.0.0.1", matches: false, because: "and tells the halves apart" },
  { network: "255.255.255.255/32", value: "255.255.255.254", matches: false, because: "as the last does" },
  { network: "fe80::/10", value: "FE80::1%12", matches: true, because: "zone and case do not count" },
  { network: "fc00::/7", value: "fd12:3456::1", matches: true, because: "IPv6 has networks as well" },
  { network: "::1/128", value: "0:0:0:0:0:0:0:1", matches: true, because: "every spelling counts" },
  { network: "10.0.0.0/8", value: "10.0.0.1:443", matches: false, because: "a port makes it no address" },
  { network: "10.0.0.0/8", value: "10.0.0.1, 10.0.0.2", matches: false, because: "nor are two addresses one" },
  { network: "10.0.0.0/8", value: "", matches: false, because: "the empty string is none" },
  { network: "10.0.0.0/8", value: 167_772_161, matches: false, because: "a number is none" },
  { network: "10.0.0.0/8", value: null, matches: false, because: "null is none" },
  { network: "10.0.0.0/8", value: undefined, matches: false, because: "an absent field has none" },
  { network: "10.0.0.0/8", value: ["fe80::1", "10.0.0.1"], matches: true, because: "any member may match" },
])("$network and $value: $matches, because $because", ({ network, value, matches }) => {
  const [address = "", prefixLength] = network.split("/");
  expect(matchesField({ kind: "cidr", network: address, prefixLength: Number(prefixLength) }, value)).toBe(matches);
});
