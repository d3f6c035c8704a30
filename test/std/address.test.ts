import { expect, test } from "vitest";
import { parseAddress } from "../../src/std/index.ts";

test.each([
  { text: "10.0.0.1", family: 4, hex: "a000001" },
  { text: "255.255.255.255", family: 4, hex: "ffffffff" },
  { text: "0.0.0.0", family: 4, hex: "0" },
  { text: "::ffff:10.0.0.1", family: 4, hex: "a000001" },
  { text: "0:0:0:0:0:FFFF:0a00:0001", family: 4, hex: "a000001" },
  { text: "::", family: 6, hex: "0" },
  { text: "::1", family: 6, hex: "1" },
  { text: "FE80::1%eth0", family: 6, hex: "fe800000000000000000000000000001" },
  { text: "fe80::1%25 net", family: 6, hex: "fe800000000000000000000000000001" },
  { text: "2001:DB8::8:800:200c:417a", family: 6, hex: "20010db80000000000080800200c417a" },
  { text: "1:2:3:4:5:6:7::", family: 6, hex: "00010002000300040005000600070000" },
  { text: "64:ff9b::192.0.2.33", family: 6, hex: "0064ff9b0000000000000000c0000221" },
])("$text is an address of family $family", ({ text, family, hex }) => {
  expect(parseAddress(text)).toEqual({ family, bits: BigInt(`0x${hex}`) });
});

test.each([
  { text: "", because: "it is empty" },
  { text: "10.0.0", because: "it has three octets" },
  { text: "10.0.0.256", because: "an octet has 8 bits" },
  { text: "010.0.0.1", because: "a leading zero is octal to some" },
  { text: "10.0.0.1:80", because: "of the port" },
  { text: "10.0.0.1/32", because: "it is a network" },
  { text: " 10.0.0.1", because: "of the space" },
  { text: "10.0.0.1%eth0", because: "IPv4 has no zones" },
  { text: "0x0a.0.0.1", because: "octets are decimal" },
  { text: "[::1]", because: "of the brackets" },
  { text: "::1%", because: "the zone is empty" },
  { text: ":::", because: "of three colons" },
  { text: "1::2::3", because: "there may be one gap" },
  { text: "1:2:3:4:5:6:7", because: "it has seven groups" },
  { text: "1:2:3:4:5:6:7:8::", because: "a gap stands for one group at least" },
  { text: "12345::", because: "a group has 16 bits" },
  { text: "::g", because: "groups are hexadecimal" },
  { text: "::10.0.0.1.2", because: "the IPv4 part is malformed" },
  { text: `fe80::1%${"a".repeat(100_000)}`, because: "it is longer than any address" },
])("no address, because $because", ({ text }) => {
  expect(parseAddress(text)).toBeUndefined();
});
