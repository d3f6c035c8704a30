import { hexText } from "../audit/hex.ts";
import { gather, gatherer, type FieldMap } from "../parsedFields.ts";
import { readClockTime } from "./clockTime.ts";

/** A text in quotes, in which quotes and backslashes are escaped. It is read in linear time. */
const quoted = String.raw`"((?:[^"\\]|\\.)*)"`;

/** The common and the combined format of Apache and nginx, with or without the name of the site before. */
const linePattern = new RegExp(
  String.raw`^(?:(\S{1,255}) )?(\S{1,255}) (\S{1,255}) ([^\[]{1,255}?) \[(\d\d/\w{3}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\] ${quoted} (\d{3}) (\d+|-)(?: ${quoted} ${quoted})?`,
  "s",
);

/** The fields of a line of an access log under the names of W3C's format; undefined if it is none. */
export function readAccessLine(line: string): FieldMap | undefined {
  // The time in brackets tells, so that other lines cost little.
  const at = line.indexOf(" [");
  const match = at > 0 && at < farthest ? linePattern.exec(line) : null;
  if (match === null) return undefined;
  const [, site, client, , user, time = "", request = "", status, bytes, referer, agent] = match;
  const gathered = gatherer();
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== "-" && value !== "") gather(gathered, name, unescaped(value));
  };
  add("c-ip", client);
  add("cs-host", site?.replace(/:\d+$/, ""));
  add("cs-username", user);
  add("time", readClockTime(time));
  const [, method, uri, version] = /^([A-Z]+) (.*?)(?: (HTTP\/\d(?:\.\d)?))?$/s.exec(request) ?? [];
  add("cs-method", method);
  // A request that is no HTTP is what the client sent all the same.
  add("cs-uri", uri ?? request);
  add("cs-version", version);
  add("sc-status", status);
  add("sc-bytes", bytes);
  add("cs-referer", referer);
  add("cs-user-agent", agent);
  return gathered;
}

/** Names of site, client and user together are no longer. */
const farthest = 1_000;

/** Undoes the escapes of Apache and nginx: `\"`, `\\`, and bytes as `\x22`. */
function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/(?:\\x[\da-f]{2})+|\\["\\]/gi, (escape) =>
    escape[1] === "x" || escape[1] === "X" ? (hexText(escape.replace(/\\x/gi, "")) ?? escape) : escape.slice(1),
  );
}
