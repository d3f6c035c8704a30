import type { Scalar } from "../../std/index.ts";
import type { Derivation } from "../derivation.ts";
import { textOf, type Fields } from "../fields.ts";
import { extensionOf, readTarget, type RequestTarget } from "./requestTarget.ts";

/** Fields of a shape that have names of their own for what W3C's format has a name for. */
export interface WebSources {
  /** What was asked for: a path with a query or a whole URL. */
  readonly target?: string;
  readonly method?: string;
  readonly host?: string;
  readonly agent?: string;
  readonly referer?: string;
  readonly status?: string;
  readonly client?: string;
  readonly user?: string;
}

/**
 * The names of W3C's extended log format that rules of the categories `webserver` and `proxy` use, out of those that a record has.
 *
 * Most rules look for a path in `cs-uri-query`, which by the format has only the query: it has both. `c-uri` has the whole URL, if
 * it is known, and the path with the query. Nothing is decoded.
 *
 * @see W3C, "Extended Log File Format" (working draft); Sigma taxonomy, "Webserver" and "Proxy"
 */
export function webDerivationsOf(sources: WebSources): readonly Derivation[] {
  const target = (fields: Fields) => targetIn(fields, sources.target);
  const parts = (fields: Fields): Partial<RequestTarget> => {
    const text = target(fields);
    return text === undefined ? {} : readTarget(text);
  };
  const host = (fields: Fields) =>
    firstOf(fields, ["cs-host", "r-dns", "cs(Host)", "r-host", sources.host]) ?? parts(fields).host;
  const agent = (fields: Fields) =>
    agentsOf(firstOf(fields, ["cs-user-agent", "c-useragent", "cs(User-Agent)", sources.agent]));
  return [
    { name: "cs-method", value: (fields) => valueOf(fields, sources.method) ?? requestLine(fields)?.[1] },
    { name: "cs-uri", value: target },
    { name: "cs-uri-stem", value: (fields) => parts(fields).path },
    { name: "cs-uri-query", replaces: true, value: (fields) => pathAndQuery(parts(fields)) },
    { name: "c-uri", replaces: true, value: (fields) => urls(target(fields), parts(fields)) },
    { name: "c-uri-stem", value: (fields) => parts(fields).path },
    { name: "c-uri-query", value: (fields) => parts(fields).query },
    { name: "c-uri-extension", value: (fields) => extensionOf(parts(fields).path ?? "") },
    told("cs-user-agent", agent),
    told("c-useragent", agent),
    { name: "cs-host", value: host },
    { name: "r-dns", value: host },
    told("cs-referer", (fields) => firstOf(fields, ["cs-referer", "cs(Referer)", "cs-referrer", sources.referer])),
    told("cs-cookie", (fields) => firstOf(fields, ["cs-cookie", "cs(Cookie)"])),
    { name: "sc-status", value: (fields) => valueOf(fields, sources.status) },
    { name: "c-ip", value: (fields) => valueOf(fields, sources.client) },
    { name: "cs-username", value: (fields) => valueOf(fields, sources.user) },
  ];
}

/** What a client may leave out, and servers then log as `-` or nothing: rules ask for null, and get a field without a value. */
const told = (name: string, value: Derivation["value"]): Derivation => ({
  name,
  replaces: true,
  value: (fields) => value(fields) ?? (fields.field(name) === undefined ? undefined : []),
});

/** The same for shapes whose layout gives the names of W3C's format already. */
export const webDerivations = webDerivationsOf({});

const valueOf = (fields: Fields, name: string | undefined): Scalar | undefined =>
  name === undefined || textOf(fields, name) === undefined ? undefined : fields.field(name)?.[0];

function firstOf(fields: Fields, names: readonly (string | undefined)[]): string | undefined {
  for (const name of names) {
    const text = name === undefined ? undefined : textOf(fields, name);
    if (text !== undefined) return text;
  }
  return undefined;
}

function targetIn(fields: Fields, source: string | undefined): string | undefined {
  const whole = firstOf(fields, ["cs-uri", "c-uri", source]);
  if (whole !== undefined) return whole;
  const stem = firstOf(fields, ["cs-uri-stem", "cs-uri-path", "c-uri-stem"]);
  const query = firstOf(fields, ["cs-uri-query", "c-uri-query"]);
  if (stem === undefined) return query ?? requestLine(fields)?.[2] ?? textOf(fields, "request");
  return query === undefined ? stem : `${stem}?${query.replace(/^\?/, "")}`;
}

/** nginx's `$request` is the first line of the request; what is no HTTP is what the client sent all the same. */
const requestLine = (fields: Fields) =>
  /^([A-Z]+) (.*?)(?: HTTP\/\d(?:\.\d)?)?$/s.exec(textOf(fields, "request") ?? "");

function pathAndQuery({ path, query }: Partial<RequestTarget>): readonly string[] | undefined {
  if (path === undefined) return undefined;
  return query === undefined || query === "" ? [path] : [`${path}?${query}`, query];
}

function urls(whole: string | undefined, parts: Partial<RequestTarget>): readonly string[] | undefined {
  if (whole === undefined) return undefined;
  const [path = whole] = pathAndQuery(parts) ?? [];
  return path === whole ? [whole] : [whole, path];
}

/** W3C's format has no spaces in values: servers write `+` instead. Rules are written with spaces. */
function agentsOf(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return undefined;
  return text.includes("+") && !text.includes(" ") ? [text.replaceAll("+", " "), text] : [text];
}
