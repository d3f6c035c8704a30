import { expect, test } from "vitest";
import { parseNetwork } from "../../src/sigma/network.ts";

test.each([
  { text: "10.1.2.3/8", network: "10.0.0.0/8" },
  { text: "10.1.2.3/0", network: "0.0.0.0/0" },
  { text: "10.255.255.255/9", network: "10.128.0.0/9" },
  { text: "10.0.0.1", network: "10.0.0.1/32" },
  { text: "::/0", network: "::/0" },
  { text: "::1", network: "::1/128" },
  { text: "FE80::ABCD:1/10", network: "fe80::/10" },
  { text: "2001:db8:0:0:1:0:0:1", network: "2001:db8::1:0:0:1/128" },
  { text: "1:0:0:2:0:0:0:3", network: "1:0:0:2::3/128" },
  { text: "1:0:2:3:4:5:6:7", network: "1:0:2:3:4:5:6:7/128" },
  { text: "::ffff:10.1.2.3/104", network: "10.0.0.0/8" },
  { text: "::ffff:10.1.2.3", network: "10.1.2.3/32" },
  { text: "::ffff:0:0/90", network: "::ffc0:0:0/90" },
])("$text is the network $network", ({ text, network }) => {
  const parsed = parseNetwork(text);
  expect(parsed && `${parsed.network}/${parsed.prefixLength}`).toBe(network);
});

test.each([
  { text: "", because: "there is nothing" },
  { text: "10.0.0.0/", because: "the prefix is missing" },
  { text: "10.0.0.0/33", because: "IPv4 has 32 bits" },
  { text: "::/129", because: "IPv6 has 128 bits" },
  { text: "10.0.0.0/08", because: "a prefix has no leading zero" },
  { text: "10.0.0.0/-1", because: "a prefix has no sign" },
  { text: "10.0.0.0/8/8", because: "there is one prefix" },
  { text: "10.0.0", because: "an IPv4 address has four parts" },
  { text: "010.0.0.1", because: "a part has no leading zero" },
  { text: "10.0.0.256", because: "a part has 8 bits" },
  { text: "192.168.*", because: "there are no wildcards" },
  { text: " 10.0.0.0/8", because: "there are no spaces" },
  { text: "fe80::1%eth0", because: "a network has no zone" },
  { text: "::1::", because: "zeros are shortened once" },
  { text: "1:2:3:4:5:6:7", because: "IPv6 has eight groups" },
  { text: "10.0.0.1:80", because: "a port is no part of it" },
])("$text is no network: $because", ({ text }) => {
  expect(parseNetwork(text)).toBeUndefined();
});
