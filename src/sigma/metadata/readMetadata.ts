import { type Located, type Logsource, type Rule, levels, statuses } from "../rule.ts";
import { isString } from "./keys.ts";
import { type MapNode, type Node, type ScalarNode, valueOf } from "../yaml/node.ts";

/** What a rule says about itself. */
export type Metadata = Omit<Rule, "kind" | "title" | "logsource" | "detection" | "span">;

const textKeys = ["id", "name", "description", "author", "date", "modified", "license"] as const;

/** Reads what has the right type; the checks have reported the rest. */
export function readMetadata(document: MapNode): Metadata {
  const status = statuses.find((known) => known === readText(document, "status"));
  const level = levels.find((known) => known === readText(document, "level"));
  const texts = (key: string): readonly string[] => readList(document, key).map(({ text }) => text);
  return {
    ...readTexts(document, textKeys),
    ...(status && { status }),
    ...(level && { level }),
    references: texts("references"),
    falsePositives: texts("falsepositives"),
    fields: texts("fields"),
    tags: readList(document, "tags"),
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
function readList(map: MapNode, key: string): readonly Located[] {
  const value = valueOf(map, key);
  const nodes = value?.kind === "sequence" ? value.items : value ? [value] : [];
  return nodes.filter(isText).map(({ text, span }) => ({ text, span }));
}

const isText = (node: Node): node is ScalarNode => isString(node);
