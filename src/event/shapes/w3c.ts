import type { JsonObject } from "../../std/index.ts";
import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";
import { w3cTime } from "../web/w3cTime.ts";
import { webDerivations } from "../web/webFields.ts";

const signs = ["cs-method", "cs-uri-stem", "cs-uri-path", "cs(User-Agent)", "c-uri", "cs-uri-query", "cs-uri"] as const;

/** What proxies log and web servers do not. */
const proxySigns = [
  ...["r-dns", "r-host", "r-ip", "s-action", "s-hierarchy", "s-supplier-name", "cs-uri-scheme", "cs-categories"],
  ...["sc-filter-result", "sc-filter-category", "x-exception-id", "c-uri", "c-uri-extension", "cs-auth-group"],
] as const;

const has = (record: JsonObject, keys: readonly string[]) => keys.some((key) => record[key] !== undefined);

/** JSON with the names of W3C's extended log format: IIS, and proxies such as Blue Coat (ProxySG). */
export const w3c: Shape = {
  name: "w3c",
  keys: signs,
  fits: (record) => has(record, signs),
  read: readerOf({}),
  origin: (_, record) => ({ log: has(record, proxySigns) ? "proxy access" : "web access" }),
  derivations: [...webDerivations, w3cTime],
  time: ["w3c.time", "@timestamp", "timestamp", "time"],
  host: ["s-computername", "host.name", "hostname", "s-ip"],
  user: (fields) => firstName(fields, ["cs-username", "cs-user"]),
  sourceAddress: ["c-ip"],
};
