/** The parts of what a client asked for: a path with a query, a whole URL, or `host:port`. Each as it was written. */
export interface RequestTarget {
  readonly host: string | undefined;
  /** Undefined where nothing but a host is named: CONNECT. */
  readonly path: string | undefined;
  /** Behind the first `?`. */
  readonly query: string | undefined;
}

/** Takes a request target apart (RFC 9112, section 3.2). Nothing is decoded: rules are written for what stands in logs. */
export function readTarget(target: string): RequestTarget {
  if (/^[^/?]+:\d+$/.test(target)) return { host: hostOf(target), path: undefined, query: undefined };
  const [, authority, rest = target] = urlPattern.exec(target) ?? bareUrlPattern.exec(target) ?? [];
  const at = rest.indexOf("?");
  const path = at === -1 ? rest : rest.slice(0, at);
  return {
    host: authority === undefined ? undefined : hostOf(authority),
    path: path === "" ? "/" : path,
    query: at === -1 ? undefined : rest.slice(at + 1),
  };
}

const urlPattern = /^[a-z][a-z\d+.-]{0,15}:\/\/([^/?#]*)(.*)$/is;

/** `www.example.com/path`: a URL without its scheme, as some proxies write it. */
const bareUrlPattern = /^((?:[\w-]{1,63}\.){1,20}[\w-]{1,63}(?::\d{1,5})?)(?=[/?]|$)(.*)$/s;

/** Without the user before it and the port behind it. */
function hostOf(authority: string): string | undefined {
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, "");
  return host === "" ? undefined : host;
}

/** What a file's name ends in; undefined for a path without. */
export function extensionOf(path: string): string | undefined {
  return /\.([\da-z]{1,12})$/i.exec(path.slice(path.lastIndexOf("/") + 1))?.[1];
}
