import { gather, gatherer, type FieldMap } from "../parsedFields.ts";
import { readKeyValues } from "./keyValues.ts";

/** What a line of a network device tells: which log it is of, and its fields. */
export interface DeviceLine {
  readonly log: string;
  readonly code?: string;
  readonly fields: FieldMap;
}

type Reader = (message: string, program: string | undefined) => DeviceLine | undefined;

/** Reads the message of a network device by the marks of its maker; undefined if it has none. */
export function readDeviceLine(message: string, program?: string): DeviceLine | undefined {
  for (const read of readers) {
    const line = read(message, program);
    if (line !== undefined) return line;
  }
  return undefined;
}

const none: FieldMap = new Map();

/** `%FACILITY-SEVERITY-MNEMONIC:` of Cisco's systems, with the facility of IOS XR in two parts. */
const ciscoPattern = /%([A-Z][A-Z\d_]{1,40}(?:-[A-Z][A-Z\d_]{1,40})?)-([0-7])-([A-Z\d_]{2,60}) ?:/;

const readCisco: Reader = (message) => {
  const [, facility = "", , mnemonic = ""] = ciscoPattern.exec(message.slice(0, farthest)) ?? [];
  if (facility === "") return undefined;
  if (facility === "ASA" || facility === "FTD") return readAsa(message, mnemonic);
  const isBgp = /(?:^|-)BGP/.test(facility) || (mnemonic === "BADAUTH" && /[:(]179\b/.test(message));
  if (isBgp) return { log: "cisco bgp", fields: none };
  const isLdp = /(?:^|[-_])(?:LDP|TDP)/.test(facility) || /MD5_?AUTHEN_?FAIL/i.test(mnemonic);
  if (isLdp && message.includes("LDP")) return { log: "cisco ldp", fields: none };
  const isCommand = mnemonic === "CFGLOG_LOGGEDCMD" || /^(?:AAA|TAC|TACACS|HA_AAA)/.test(facility);
  return { log: isCommand ? "cisco aaa" : "cisco syslog", fields: none };
};

/** A mark that is further behind is quoted from another message. */
const farthest = 400;

const endpoint = String.raw`(?:[\w.-]{1,64}:)?([\da-fA-F.:]{2,45})(?:\/(\d{1,5}))?`;
const deniedPattern = new RegExp(String.raw`\bDeny (\w{1,10}) src ${endpoint}[^/]{0,100}? dst ${endpoint}`);
const builtPattern = new RegExp(
  String.raw`\bBuilt (inbound|outbound) (\w{1,10}) connection \d+ for ${endpoint} \([^)]{1,100}\)(?: ?\([^)]{1,100}\))? to ${endpoint}`,
);

/** Connections of the ASA and of Firepower: 106023 is denied by a list, 302013 and 302015 are built. */
function readAsa(message: string, number: string): DeviceLine {
  const [, protocol, ...denied] = deniedPattern.exec(message) ?? [];
  if (protocol !== undefined) return connection("deny", protocol, denied);
  const [, direction, transport, ...built] = builtPattern.exec(message) ?? [];
  if (transport === undefined) return { log: "cisco asa", code: number, fields: none };
  // The first endpoint is the outer one: the peer of what goes out, the source of what comes in.
  const [address, port, otherAddress, otherPort] = built;
  const ordered = direction === "inbound" ? built : [otherAddress, otherPort, address, port];
  return connection("built", transport, ordered);
}

function connection(action: string, protocol: string, ends: readonly (string | undefined)[]): DeviceLine {
  const [src_ip, src_port, dst_ip, dst_port] = ends;
  const gathered = gatherer();
  for (const [name, value] of Object.entries({ action, protocol, src_ip, src_port, dst_ip, dst_port })) {
    gather(gathered, name, value);
  }
  return { log: "cisco asa", code: "connection", fields: gathered };
}

/** TACACS+ accounting: the commands that were entered on a device. */
const readAccounting: Reader = (message) => {
  const command = /\bservice=shell\b.{0,400}?\bcmd=([^\t]{0,4000}?)(?: <cr>)?(?:\t|$)/.exec(message)?.[1];
  if (command === undefined || !/\btask_id=/.test(message)) return undefined;
  return { log: "cisco aaa", fields: new Map([...readKeyValues(message), ["cmd", [command]] as const]) };
};

/** `%%01BGP/3/BGP_AUTH_FAILED(l)[25]:` of Huawei's VRP. */
const readHuawei: Reader = (message) => {
  const module = /%%\d\d([A-Z][A-Z\d_]{1,40})\/[0-7]\/[A-Z\d_]{2,80}/.exec(message.slice(0, farthest))?.[1];
  return module === undefined ? undefined : { log: `huawei ${module.toLowerCase()}`, fields: none };
};

/** The routing daemon of Junos, and its kernel where a signature of TCP is missing or wrong. */
const readJuniper: Reader = (message, program) => {
  const isBgp = program === "rpd" && /\bbgp/i.test(message);
  return isBgp || /\btcp_auth_ok: .*MD5 digest/.test(message) ? { log: "juniper bgp", fields: none } : undefined;
};

/** FortiGate: `date=.. time=.. devname=".." devid="FG.." logid=".." type="event" ..`. */
const readFortigate: Reader = (message) => {
  if (!/\bdevid="?F/.test(message) || !/\blogid="?\d/.test(message)) return undefined;
  const fields = readKeyValues(message);
  const type = String(fields.get("type")?.[0] ?? "");
  return { log: `fortigate ${type}`, fields };
};

/** Palo Alto Networks: values separated by commas; their order up to the action is that of all versions since 6. */
const paloAltoPattern = /^\d?,(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d),(\w{6,20}),(TRAFFIC|THREAT|GLOBALPROTECT),(\w*),/;

const columns: readonly (readonly [name: string, column: number])[] = [
  ["serial", 2],
  ["type", 3],
  ["subtype", 4],
  ["src_ip", 7],
  ["dst_ip", 8],
  ["rule", 11],
  ["srcuser", 12],
  ["dstuser", 13],
  ["app", 14],
  ["from", 16],
  ["to", 17],
  ["src_port", 24],
  ["dst_port", 25],
  ["protocol", 29],
  ["action", 30],
];

const readPaloAlto: Reader = (message) => {
  const type = paloAltoPattern.exec(message)?.[3];
  if (type === undefined) return undefined;
  const gathered = gatherer();
  const values = message.split(",", 40);
  const told = type === "GLOBALPROTECT" ? columns.slice(0, 3) : columns;
  for (const [name, column] of told) if (values[column] !== "") gather(gathered, name, values[column]);
  return { log: `paloalto ${type.toLowerCase()}`, fields: gathered };
};

/** Netfilter's log in the kernel's, with the prefix that its rule has: `[UFW BLOCK] IN=eth0 OUT= SRC=.. DST=.. PROTO=TCP SPT=.. DPT=..`. */
const readNetfilter: Reader = (message) => {
  const [, prefix = ""] = /^(.{0,200}?)\bIN=\S{0,64} OUT=\S{0,64} /.exec(message) ?? [];
  if (!/\bSRC=[\da-f.:]+ DST=[\da-f.:]+ /.test(message) || !message.includes(" OUT=")) return undefined;
  const gathered = gatherer();
  const pairs = readKeyValues(message);
  for (const [name, values] of pairs) for (const value of values) if (value !== "") gather(gathered, name, value);
  const names = { src_ip: "SRC", dst_ip: "DST", src_port: "SPT", dst_port: "DPT", protocol: "PROTO" };
  for (const [name, from] of Object.entries(names)) gather(gathered, name, pairs.get(from)?.[0]);
  gather(gathered, "action", /\b(ACCEPT|ALLOW|BLOCK|DENY|DROP|LIMIT BLOCK|REJECT)\b/i.exec(prefix)?.[1]?.toLowerCase());
  return { log: "linux firewall", fields: gathered };
};

const readers: readonly Reader[] = [
  readCisco,
  readAccounting,
  readHuawei,
  readJuniper,
  readFortigate,
  readPaloAlto,
  readNetfilter,
];
