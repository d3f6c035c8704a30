import { expect, test } from "vitest";
import { decodeSocketAddress } from "../../../src/event/audit/socketAddress.ts";

test.each([
  { saddr: "020001BBC0000201" + "00".repeat(8), is: "192.0.2.1 443", because: "family, port, address" },
  {
    saddr: "0A00005000000000" + "20010DB8000000000000000000000001" + "00000000",
    is: "2001:db8::1 80",
    because: "IPv6",
  },
  { saddr: "0A00005000000000" + "00".repeat(15) + "01", is: "::1 80", because: "zeros at the start" },
  { saddr: "0A00005000000000" + "00".repeat(16), is: ":: 80", because: "nothing but zeros" },
  { saddr: "0A00005000000000" + "FE80" + "00".repeat(14), is: "fe80:: 80", because: "zeros at the end" },
  {
    saddr: "0A00005000000000" + "00000001000000000001000000000001",
    is: "0:1::1:0:0:1 80",
    because: "of runs of the same length the first is shortened",
  },
  { saddr: "0A00005000000000" + "00".repeat(10) + "FFFFC0000201", is: "192.0.2.1 80", because: "a mapped address" },
  { saddr: "01002F72756E2F6400", is: "/run/d", because: "a socket of the file system" },
  { saddr: "010000616200", is: "@ab", because: "an abstract name" },
  { saddr: "0100", is: undefined, because: "a socket without a name" },
  { saddr: "1000000000000000", is: undefined, because: "netlink" },
  { saddr: "020001BB", is: undefined, because: "it is cut" },
  { saddr: "xyz", is: undefined, because: "it is no hexadecimal number" },
])("$saddr is $is: $because", ({ saddr, is }) => {
  const address = decodeSocketAddress(saddr);
  const text = address?.kind === "internet" ? `${address.address} ${address.port}` : address?.path;
  expect(text).toBe(is);
});
