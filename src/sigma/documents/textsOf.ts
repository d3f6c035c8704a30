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
 * The texts of rules, filters and correlations of a source, each of which gives exactly this one when it is parsed alone.
 *
 * Of a document on its own it is the document as it stands there, comments and all. A rule behind `action: global` comes with
 * the global document before it. Only what `action: repeat` made is written anew, as one document.
 *
 * Each document is read once, however many repeat it.
 */
export function textsOf({ text }: Source, parts: readonly Part[]): readonly string[] {
  const readings = new Map<number, Reading>();
  const readingOf = ({ start, end }: Span): Reading => {
    const reading = readings.get(start) ?? readDocument(text.slice(start, end));
    readings.set(start, reading);
    return reading;
  };
  const merged = new Map<number, MapNode>();
  /** What the documents make of each other, the last one on top: the documents below are always the same ones. */
  const mergedOf = (spans: readonly Span[]): MapNode => {
    const known = spans.findLastIndex(({ start }) => merged.has(start));
    let map = merged.get(spans[known]?.start ?? -1);
    for (const span of spans.slice(known + 1)) {
      const { map: own } = readingOf(span);
      map = map ? mergeMaps(map, own, () => undefined) : own;
      merged.set(span.start, map);
    }
    return map ?? bug("a rule of no document");
  };
  return parts.map(({ span, base }) => {
    const own = text.slice(span.start, span.end);
    if (base === undefined) return own;
    if (readingOf(span).isRepeat) return printYaml(mergedOf([...base, span]));
    return [...base.map(({ start, end }) => text.slice(start, end)), own].join("\n---\n");
  });
}

interface Reading {
  /** Without its `action`. */
  readonly map: MapNode;
  readonly isRepeat: boolean;
}

function readDocument(document: string): Reading {
  const [read] = parseYaml(document);
  const root = read?.root?.kind === "map" ? read.root : bug("a document of a rule is not a map");
  const action = entryOf(root, "action")?.value;
  return {
    map: { ...root, entries: root.entries.filter(({ key }) => key.text !== "action") },
    isRepeat: action?.kind === "scalar" && action.text === "repeat",
  };
}
