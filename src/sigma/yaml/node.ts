import type { Span } from "../source.ts";

/** A YAML value with its place in the file. */
export type Node = MapNode | SequenceNode | ScalarNode;

export interface MapNode {
  readonly kind: "map";
  /** In the order of the text; no key twice. */
  readonly entries: readonly Entry[];
  readonly span: Span;
}

export interface Entry {
  readonly key: ScalarNode;
  readonly value: Node;
}

export interface SequenceNode {
  readonly kind: "sequence";
  readonly items: readonly Node[];
  readonly span: Span;
}

export interface ScalarNode {
  readonly kind: "scalar";
  /** By the core schema of YAML 1.2: `yes` and dates are strings, and so is all that has quotes. */
  readonly type: "string" | "number" | "boolean" | "null";
  /** A string as it is meant; of any other type the source text (`0x1F3FFF`, `012`, `True`, `~`). */
  readonly text: string;
  readonly style: "plain" | "quoted" | "block";
  /** With its quotes; of a block, its text without the header. */
  readonly span: Span;
  /** The offset at which `text` stands unchanged in the file; absent if it is folded or escaped. */
  readonly exactStart: number | undefined;
}

/** The value of a key; undefined if the key is absent, or empty (null). */
export function valueOf(map: MapNode, key: string): Node | undefined {
  const value = entryOf(map, key)?.value;
  return value?.kind === "scalar" && value.type === "null" ? undefined : value;
}

export function entryOf({ entries }: MapNode, key: string): Entry | undefined {
  for (const entry of entries) if (entry.key.text === key) return entry;
  return undefined;
}
