import { gather, gatherer, type FieldMap } from "../parsedFields.ts";

/** A way in which a name server writes a query, the groups in the order of `names`. */
interface DnsLine {
  /** Is in every such line: others are not tried. */
  readonly sign: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

const name = String.raw`([\w.*_/:@-]{1,255})`;
const address = String.raw`([\da-f.:]{2,45})`;

const lines: readonly DnsLine[] = [
  {
    // BIND: `client @0x7f.. 10.0.0.5#53211 (a.example): query: a.example IN TXT +E(0)K (10.0.0.1)`
    sign: ": query: ",
    pattern: new RegExp(String.raw`client (?:@0x[\da-f]+ )?${address}#\d+[^:]{0,300}: query: ${name} IN ([A-Z\d]+)`),
    names: ["src_ip", "query", "record_type"],
  },
  {
    // dnsmasq: `query[A] a.example from 10.0.0.5`
    sign: "query[",
    pattern: new RegExp(String.raw`\bquery\[([A-Z\d=-]+)\] ${name} from ${address}`),
    names: ["record_type", "query", "src_ip"],
  },
  {
    // dnsmasq: `reply a.example is 192.0.2.1`
    sign: " is ",
    pattern: new RegExp(String.raw`^(?:\d+ \S+ )?(?:reply|cached) ${name} is (\S{1,1000})`),
    names: ["query", "answer"],
  },
  {
    // Unbound: `[..] unbound[1:0] info: 10.0.0.5 a.example. A IN`
    sign: " info: ",
    pattern: new RegExp(String.raw`\binfo: ${address} ${name} ([A-Z\d]+) IN(?: |$)`),
    names: ["src_ip", "query", "record_type"],
  },
  {
    // CoreDNS: `[INFO] 10.0.0.5:41234 - 1234 "A IN a.example. udp 41 false 512" NOERROR ..`
    sign: " IN ",
    pattern: new RegExp(String.raw`^(?:\[INFO\] )?\[?${address}\]?:\d+ - \d+ "([A-Z\d]+) IN ${name} (?:udp|tcp) `),
    names: ["src_ip", "record_type", "query"],
  },
];

/** The fields of a line of a name server's log; undefined if it is none. */
export function readDnsLine(line: string): FieldMap | undefined {
  for (const { sign, pattern, names } of lines) {
    const match = line.includes(sign) ? pattern.exec(line) : null;
    if (match === null) continue;
    const gathered = gatherer();
    names.forEach((each, at) => gather(gathered, each, match[at + 1]));
    return gathered;
  }
  return undefined;
}
