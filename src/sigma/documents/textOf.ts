import { bug } from "../../std/index.ts";
import type { Source, Span } from "../source.ts";
import { entryOf, type MapNode } from "../yaml/node.ts";
import { parseYaml } from "../yaml/parseYaml.ts";
import { printYaml } from "../yaml/printYaml.ts";
import { mergeMaps } from "./mergeMaps.ts";

/** A rule, filter or correlation of a text. */
interface Part {
  readonly span: Span;
  readonly base?: readonly Span[];
}

/**
 * The text of one rule, filter or correlation of a source, which gives exactly this one when it is parsed alone.
 *
 * Of a document on its own it is the document as it stands there, comments and all. A rule behind `action: global` comes with
 * the global document before it. Only what `action: repeat` made is written anew, as one document.
 */
export function textOf({ text }: Source, { span, base }: Part): string {
  const documents = [...(base ?? []), span].map(({ start, end }) => text.slice(start, end));
  const [own = ""] = documents.slice(-1);
  if (base === undefined) return own;
  if (actionOf(own) !== "repeat") return documents.join("\n---\n");
  return printYaml(documents.map(readMap).reduce((below, above) => mergeMaps(below, above, () => undefined)));
}

function readMap(document: string): MapNode {
  const root = rootOf(document);
  return { ...root, entries: root.entries.filter(({ key }) => key.text !== "action") };
}

function actionOf(document: string): string | undefined {
  const value = entryOf(rootOf(document), "action")?.value;
  return value?.kind === "scalar" ? value.text : undefined;
}

function rootOf(document: string): MapNode {
  const [read] = parseYaml(document);
  return read?.root?.kind === "map" ? read.root : bug("a document of a rule is not a map");
}
