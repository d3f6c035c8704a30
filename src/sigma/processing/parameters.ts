import { plainData } from "../yaml/plainData.ts";
import type { Json } from "../../std/index.ts";
import { isString } from "../metadata/keys.ts";
import { problem, type Report } from "../problem.ts";
import type { ProblemCode } from "../problemCodes.ts";
import { quote } from "../quote.ts";
import type { Span } from "../source.ts";
import { suggest } from "../suggest.ts";
import { entryOf, type MapNode, type Node, type ScalarNode, valueOf } from "../yaml/node.ts";

/** The map of a transformation or a condition, whose keys are its parameters. */
export interface Parameters {
  readonly map: MapNode;
  /** What it is called, for messages: `field_name_mapping`. */
  readonly type: string;
  /** Where its type stands. */
  readonly place: Span;
  readonly report: Report;
}

/** Reports the keys that mean nothing: one that is misspelt would change what the pipeline does. */
export function refuseUnknown({ map, type, report }: Parameters, known: readonly string[]): void {
  for (const { key } of map.entries) {
    if (known.includes(key.text)) continue;
    const message = `\`${type}\` has no parameter ${quote(key.text)}`;
    report(problem("unknown-parameter", key.span, message, suggest(key.text, known)));
  }
}

/** Reports a parameter that is absent or empty. */
export function need({ map, type, place, report }: Parameters, key: string): Node | undefined {
  const value = valueOf(map, key);
  if (!value) report(problem("missing-key", entryOf(map, key)?.key.span ?? place, `\`${type}\` needs \`${key}\``));
  return value;
}

export function refuse(
  parameters: Parameters,
  node: Node,
  message: string,
  code: ProblemCode = "wrong-type",
): undefined {
  parameters.report(problem(code, node.span, message));
  return undefined;
}

/** A string; undefined if it is absent or something else, which is reported. */
export function text(parameters: Parameters, key: string): string | undefined {
  const value = need(parameters, key);
  if (!value) return undefined;
  if (value.kind === "scalar" && isString(value)) return value.text;
  return refuse(parameters, value, `\`${key}\` is a string`);
}

/** A string that may be absent. */
export const optionalText = (parameters: Parameters, key: string): string | undefined =>
  valueOf(parameters.map, key) ? text(parameters, key) : undefined;

/** A string, or a list of strings. */
export function texts(parameters: Parameters, key: string): readonly string[] | undefined {
  const value = need(parameters, key);
  return value && textsOf(parameters, value, `\`${key}\``);
}

export const optionalTexts = (parameters: Parameters, key: string): readonly string[] | undefined =>
  valueOf(parameters.map, key) ? texts(parameters, key) : undefined;

function textsOf(parameters: Parameters, value: Node, name: string): readonly string[] | undefined {
  const nodes = value.kind === "sequence" ? value.items : [value];
  const misfit = nodes.find((node) => !isString(node));
  if (misfit) return refuse(parameters, misfit, `${name} is a string or a list of strings`);
  return nodes.flatMap((node) => (node.kind === "scalar" ? node.text : []));
}

/** True or false; false if it is absent. */
export function flag(parameters: Parameters, key: string): boolean {
  const value = valueOf(parameters.map, key);
  if (!value) return false;
  if (value.kind === "scalar" && value.type === "boolean") return value.text.toLowerCase() === "true";
  refuse(parameters, value, `\`${key}\` is true or false`);
  return false;
}

/** One of some words; the first if it is absent. Undefined if it is none of them, which is reported. */
export function choice<Word extends string>(
  parameters: Parameters,
  key: string,
  words: readonly [Word, ...(readonly Word[])],
): Word | undefined {
  const value = valueOf(parameters.map, key);
  if (!value) return words[0];
  const found = words.find((word) => value.kind === "scalar" && value.text === word);
  return found ?? refuse(parameters, value, `\`${key}\` is one of ${words.join(", ")}`, "invalid-parameter");
}

/** A value that is no map and no list, null if it is absent. */
export function scalar(parameters: Parameters, key: string): ScalarNode | undefined {
  const entry = entryOf(parameters.map, key);
  if (!entry) return void need(parameters, key);
  return entry.value.kind === "scalar" ? entry.value : refuse(parameters, entry.value, `\`${key}\` is one value`);
}

/** Any value, as plain data. */
export function data(parameters: Parameters, key: string): Json | undefined {
  const entry = entryOf(parameters.map, key);
  if (entry) return plainData(entry.value);
  need(parameters, key);
  return undefined;
}

/** A map from names to one or several. The key that YAML reads as null is undefined. */
export function mapping(
  parameters: Parameters,
  key: string,
): ReadonlyMap<string | undefined, readonly string[]> | undefined {
  const value = need(parameters, key);
  if (!value) return undefined;
  if (value.kind !== "map") return refuse(parameters, value, `\`${key}\` is a map`);
  const mapped = new Map<string | undefined, readonly string[]>();
  for (const { key: from, value: to } of value.entries) {
    const names = textsOf(parameters, to, "what a name is mapped to");
    if (names) mapped.set(from.type === "null" ? undefined : from.text, names);
  }
  return mapped;
}
