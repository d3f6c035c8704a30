import { type Located, levels, type Metadata, type Related, relations, statuses } from "../metadata.ts";
import type { Logsource } from "../rule.ts";
import { type MapNode, type Node, type ScalarNode, valueOf } from "../yaml/node.ts";
import { plainData } from "../yaml/plainData.ts";
import { isString, type Keys } from "./keys.ts";

const textKeys = ["id", "name", "description", "author", "date", "modified", "license", "taxonomy"] as const;

/** Reads what has the right type; the checks have reported the rest. What is not in `keys` is the author's own. */
export function readMetadata(document: MapNode, keys: Keys): Omit<Metadata, "title"> {
  const status = statuses.find((known) => known === readText(document, "status"));
  const level = levels.find((known) => known === readText(document, "level"));
  const texts = (key: string): readonly string[] => readList(document, key).map(({ text }) => text);
  return {
    ...readTexts(document, textKeys),
    ...(status && { status }),
    ...(level && { level }),
    related: readRelated(document),
    references: texts("references"),
    falsePositives: texts("falsepositives"),
    fields: texts("fields"),
    tags: readList(document, "tags"),
    scope: texts("scope"),
    custom: readCustom(document, keys),
  };
}

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
  const value = valueOf(map, key);
  const nodes = value?.kind === "sequence" ? value.items : value ? [value] : [];
  return nodes.filter(isText).map(({ text, span }) => ({ text, span }));
}

function readRelated(document: MapNode): readonly Related[] {
  const value = valueOf(document, "related");
  const nodes = value?.kind === "sequence" ? value.items : [];
  return nodes.flatMap((node) => {
    if (node.kind !== "map") return [];
    const id = readText(node, "id");
    const type = relations.find((known) => known === readText(node, "type"));
    return id === undefined || type === undefined ? [] : { id, type, span: node.span };
  });
}

const readCustom = ({ entries }: MapNode, keys: Keys): Metadata["custom"] =>
  new Map(entries.flatMap(({ key, value }) => (keys.has(key.text) ? [] : [[key.text, plainData(value)] as const])));

const isText = (node: Node): node is ScalarNode => isString(node);
