import type { FastifyRequest } from "fastify";
import type { DeclaredLogsource } from "../detection/index.ts";
import { HttpError } from "./errors.ts";

const dimensions: readonly string[] = ["product", "category", "service"];
/** `source` says how the body is written: see `decodeBody`. */
export const parameters = [...dimensions, "source"];
export const longest = 200;

/** Which logsource the events of a request are of, by its query: `?product=aws&service=cloudtrail`. What is misspelt is refused. */
export function pinnedLogsource({ query }: FastifyRequest): DeclaredLogsource {
  const given = Object.entries(query as Readonly<Record<string, unknown>>);
  const unknown = given.find(([name]) => !parameters.includes(name));
  if (unknown) throw refusal(`there is no parameter ${unknown[0]}: there are ${parameters.join(", ")}`);
  const pinned = given.filter(([name]) => dimensions.includes(name));
  return Object.fromEntries(pinned.map(([name, value]) => [name, readName(name, value)]));
}

function readName(name: string, value: unknown): string {
  const isName = typeof value === "string" && value !== "" && value.length <= longest;
  if (isName) return value;
  throw refusal(`${name} is given once, as a text of 1 to ${longest} characters`);
}

const refusal = (message: string) => new HttpError(400, "BAD_QUERY", message);
