import type { Json } from "../../std/index.ts";
import { type Located, levels, type Metadata, type Related, relations, statuses } from "../metadata.ts";
import type { Logsource } from "../rule.ts";
import { type MapNode, type Node, type ScalarNode, valueOf } from "../yaml/node.ts";
import { plainData } from "../yaml/plainData.ts";
import { isString, type Keys } from "./keys.ts";

const textKeys = ["id", "name", "description", "author", "date", "modified", "license", "taxonomy"] as const;

/** Reads what has the right type; the checks have reported the rest. What is not in `keys` is the author's own. */
export function readMetadata(document: MapNode, keys: Keys): Omit<Metadata, "title"> {
  const status = oneOf(statuses, readText(document, "status"));
  const level = oneOf(levels, readText(document, "level"));
  return {
    ...readTexts(document, textKeys),
    ...(status && { status }),
    ...(level && { level }),
    related: readRelated(document),
    references: readStrings(document, "references"),
    falsePositives: readStrings(document, "falsepositives"),
    fields: readStrings(document, "fields"),
    tags: readList(document, "tags"),
    scope: readStrings(document, "scope"),
    custom: readCustom(document, keys),
  };
}

const oneOf = <Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined =>
  words.find((word) => word === text);

export function readLogsource(logsource: MapNode): Logsource {
  return { ...readTexts(logsource, ["category", "product", "service", "definition"]), span: logsource.span };
}

export function readText(map: MapNode, key: string): string | undefined {
  const value = valueOf(map, key);
  return value && isText(value) ? value.text : undefined;
}

function readTexts<Key extends string>(map: MapNode, keys: readonly Key[]): Partial<Record<Key, string>> {
  const texts: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const text = readText(map, key);
    if (text !== undefined) texts[key] = text;
  }
  return texts;
}

/** The strings of a list; a string alone is a list of one. */
export function readList(map: MapNode, key: string): readonly Located[] {
  const list: Located[] = [];
  const value = valueOf(map, key);
  for (const node of value?.kind === "sequence" ? value.items : value ? [value] : []) {
    if (isText(node)) list.push({ text: node.text, span: node.span });
  }
  return list;
}

function readStrings(map: MapNode, key: string): readonly string[] {
  const strings: string[] = [];
  for (const { text } of readList(map, key)) strings.push(text);
  return strings;
}

function readRelated(document: MapNode): readonly Related[] {
  const value = valueOf(document, "related");
  const nodes = value?.kind === "sequence" ? value.items : [];
  return nodes.flatMap((node) => {
    if (node.kind !== "map") return [];
    const id = readText(node, "id");
    const type = oneOf(relations, readText(node, "type"));
    return id === undefined || type === undefined ? [] : { id, type, span: node.span };
  });
}

function readCustom({ entries }: MapNode, keys: Keys): Metadata["custom"] {
  const custom = new Map<string, Json>();
  for (const { key, value } of entries) if (!keys.has(key.text)) custom.set(key.text, plainData(value));
  return custom;
}

const isText = (node: Node): node is ScalarNode => isString(node);
