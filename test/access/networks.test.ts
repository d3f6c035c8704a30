import { expect, test } from "vitest";
import { readNetwork } from "../../src/access/index.ts";
import { isWithin } from "../../src/access/networks.ts";

test.each([
  { text: "10.0.0.0/8", network: "10.0.0.0/8" },
  { text: " 192.0.2.7 ", network: "192.0.2.7/32" },
  { text: "2001:db8::/32", network: "2001:db8::/32" },
  { text: "::1", network: "::1/128" },
  { text: "0.0.0.0/0", network: "0.0.0.0/0" },
  { text: "10.0.0.0/33", network: undefined },
  { text: "10.0.0/8", network: undefined },
  { text: "10.0.0.0/", network: undefined },
  { text: "10.0.0.0/8/8", network: undefined },
  { text: "fe80::1%eth0", network: undefined },
  { text: "example.org", network: undefined },
  { text: "", network: undefined },
])("the network $text is read as $network", ({ text, network }) => {
  expect(readNetwork(text)).toBe(network);
});

test.each([
  { address: "10.1.2.3", networks: ["10.0.0.0/8"], within: true },
  { address: "11.1.2.3", networks: ["10.0.0.0/8"], within: false },
  { address: "11.1.2.3", networks: ["10.0.0.0/8", "11.0.0.0/8"], within: true },
  { address: "::ffff:10.1.2.3", networks: ["10.0.0.0/8"], within: true },
  { address: "2001:db8::1", networks: ["2001:db8::/32"], within: true },
  { address: "2001:db9::1", networks: ["2001:db8::/32"], within: false },
  { address: "192.0.2.7", networks: ["192.0.2.7/32"], within: true },
  { address: "203.0.113.9", networks: [], within: true },
  { address: "not an address", networks: ["0.0.0.0/0"], within: false },
])("$address is within $networks: $within", ({ address, networks, within }) => {
  expect(isWithin(address, networks)).toBe(within);
});
