import type { JsonObject } from "../../std/index.ts";
import { forLast } from "../forLast.ts";
import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import { lineKeys, lineOf } from "../recordText.ts";
import type { Shape } from "../shape.ts";

/** How an error looks in the log of a program of this kind, frameworks before what they are written in. */
const products: readonly (readonly [product: string, sign: RegExp])[] = [
  ["velocity", /\borg\.apache\.velocity\./],
  ["spring", /\borg\.springframework\./],
  [
    "jvm",
    /^[ \t]{1,8}at [\w.$<>/]{1,300}\([\w.$ ]{1,200}(?::\d+)?\)|\b(?:java|javax|jakarta|kotlin|scala)(?:\.\w{1,40}){1,8}(?:Exception|Error)\b/m,
  ],
  ["django", /\bdjango\.(?:\w{1,40}\.){1,8}\w/],
  ["python", /^Traceback \(most recent call last\):|^ {2}File "[^"\n]{1,1000}", line \d+, in /m],
  ["ruby_on_rails", /\b(?:Action(?:Controller|Dispatch|View)|ActiveRecord)::[A-Z]\w/],
  ["nodejs", /^[ \t]{1,8}at .{0,300}\(?node:[\w/]{1,100}:\d+:\d+\)?/m],
];

const traceKeys = ["stack_trace", "stackTrace", "stack", "exception", "exc_info", "traceback", "err", "error"] as const;

const productOf = forLast((record: JsonObject): string | undefined => {
  const traces = traceKeys.map((key) => record[key]).filter((value) => typeof value === "string");
  const text = [lineOf(record) ?? "", ...traces].join("\n");
  return products.find(([, sign]) => sign.test(text))?.[0];
});

/** Errors in the logs of programs, told by their stack traces and by the names of their exceptions, as lines or in JSON. */
export const applicationLog: Shape = {
  name: "applicationLog",
  keys: [...lineKeys, ...traceKeys],
  fits: (record) => productOf(record) !== undefined,
  read: readerOf({}),
  origin: (_, record) => {
    const product = productOf(record);
    return { product, log: `${product ?? ""} errors` };
  },
  time: ["@timestamp", "timestamp", "time", "asctime", "ts", "date"],
  host: ["host.name", "hostname", "host", "kubernetes.pod_name"],
  user: (fields) => firstName(fields, ["user.name", "user", "username"]),
  sourceAddress: ["client.ip", "source.ip", "remote_addr", "client_ip"],
};
