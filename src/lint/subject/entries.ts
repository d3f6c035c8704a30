import { type Entry, entryOf, type MapNode, type Node, type ScalarNode, type Span } from "../../sigma/index.ts";
import type { DocumentSubject } from "../check.ts";

/** The entry of a key in the first document that has it. */
export function entryIn(documents: readonly MapNode[], key: string): Entry | undefined {
  for (const document of documents) {
    const entry = entryOf(document, key);
    if (entry) return entry;
  }
  return undefined;
}

/** The place of a key's value; of its key if the value is empty; else the beginning of the rule. */
export function placeOf(subject: DocumentSubject, key: string): Span {
  const entry = entryIn(subject.documents, key);
  if (!entry) return beginningOf(subject);
  return entry.value.span.end > entry.value.span.start ? entry.value.span : entry.key.span;
}

/** The place of a key, which is blamed for all that stands behind it; else the beginning of the rule. */
export const keyPlaceOf = (subject: DocumentSubject, key: string): Span =>
  entryIn(subject.documents, key)?.key.span ?? beginningOf(subject);

/** The first key of a rule: what is blamed if something is not there. */
export const beginningOf = ({ documents, rule }: DocumentSubject): Span =>
  documents[0]?.entries[0]?.key.span ?? { start: rule.span.start, end: rule.span.start };

/** The scalars behind a key: those of a list, or one alone. */
export function scalarsOf(subject: DocumentSubject, key: string): readonly ScalarNode[] {
  const value = entryIn(subject.documents, key)?.value;
  const nodes: readonly (Node | undefined)[] = value?.kind === "sequence" ? value.items : [value];
  return nodes.filter((node) => node?.kind === "scalar" && node.type !== "null") as readonly ScalarNode[];
}
