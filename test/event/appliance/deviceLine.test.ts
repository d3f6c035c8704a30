import { expect, test } from "vitest";
import { readDeviceLine } from "../../../src/event/appliance/deviceLine.ts";

test.each([
  { message: "%SYS-5-CONFIG_I: Configured from console", log: "cisco syslog", because: "no service of its own" },
  { message: "%PARSER-5-CFGLOG_LOGGEDCMD: User:a logged command:no logging", log: "cisco aaa", because: "a command" },
  { message: "%AAA-3-ACCT_LOW_MEM: a", log: "cisco aaa", because: "its facility" },
  { message: "%BGP-5-ADJCHANGE: neighbor 10.0.0.1 Down", log: "cisco bgp", because: "its facility" },
  { message: "%ROUTING-BGP-5-ADJCHANGE : neighbor", log: "cisco bgp", because: "IOS XR has two parts" },
  { message: "%TCP-6-BADAUTH: Invalid MD5 digest from 10.0.0.1(179)", log: "cisco bgp", because: "the port of BGP" },
  { message: "%TCP-6-BADAUTH: Invalid MD5 digest from 10.0.0.1(646)", log: "cisco syslog", because: "another port" },
  { message: "%LDP-5-NBRCHG: LDP neighbor", log: "cisco ldp", because: "its facility" },
  { message: "%%01LDP/3/SESSION(l)[1]: a", log: "huawei ldp", because: "the module is the service" },
  { message: "100 %DONE-ish: no", log: undefined, because: "that is no mark" },
  { message: "bgp_recv: read failed", program: "rpd", log: "juniper bgp", because: "the routing daemon of Junos" },
  { message: "bgp_recv: read failed", program: "bird", log: undefined, because: "another routing daemon" },
  { message: 'devid="FGT1" logid="01" type="utm" subtype="virus"', log: "fortigate utm", because: "its type" },
  { message: "devid=x logid=y", log: undefined, because: "the numbers are not FortiGate's" },
])("$message is of $log: $because", ({ message, program, log }) => {
  expect(readDeviceLine(message, program)?.log).toBe(log);
});

test.each([
  {
    message:
      "%ASA-6-302013: Built inbound TCP connection 1 for outside:192.0.2.1/5 (192.0.2.1/5) to dmz:10.0.0.1/80 (192.0.2.9/80)",
    is: { action: "built", src_ip: "192.0.2.1", src_port: "5", dst_ip: "10.0.0.1", dst_port: "80" },
    because: "the outer end is the source",
  },
  {
    message:
      "%ASA-6-302015: Built outbound UDP connection 1 for outside:192.0.2.1/53 (192.0.2.1/53)(LOCAL\\a) to in:10.0.0.1/5 (192.0.2.9/5)",
    is: { action: "built", src_ip: "10.0.0.1", src_port: "5", dst_ip: "192.0.2.1", dst_port: "53" },
    because: "the outer end is the destination",
  },
  {
    message: "IN= OUT=eth0 SRC=10.0.0.1 DST=192.0.2.1 LEN=60 PROTO=TCP SPT=5 DPT=23",
    is: { action: undefined, src_ip: "10.0.0.1", src_port: "5", dst_ip: "192.0.2.1", dst_port: "23" },
    because: "the rule of Netfilter has no prefix",
  },
])("the ends of $message are told: $because", ({ message, is }) => {
  const { fields } = readDeviceLine(message) ?? {};
  const found = Object.fromEntries(Object.keys(is).map((name) => [name, fields?.get(name)?.[0]]));
  expect(found).toEqual(is);
});
