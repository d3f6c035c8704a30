import { type AliasEvent, EVENT_ID, type MappingEvent, type SequenceEvent } from "js-yaml";
import { bug } from "../../std/index.ts";
import { problem } from "../problem.ts";
import { quote } from "../quote.ts";
import type { Span } from "../source.ts";
import { type Cursor, maxDepth, type Parsed, refuseTag, spanAt, tooDeep } from "./cursor.ts";
import type { Entry, MapNode, Node, ScalarNode, SequenceNode } from "./node.ts";
import { readScalar } from "./readScalar.ts";
import { skipSpace } from "./skipSpace.ts";

/** Builds the tree of the document whose content begins at event `next`. Reports what YAML allows and Sigma does not need. */
export function readTree(parsed: Parsed, next: number): Node {
  return readNode({ ...parsed, next, end: 0, depth: 0 });
}

/** The recursion is bounded: the parser has refused what is nested too deep. */
function readNode(cursor: Cursor): Node {
  const event = cursor.events[cursor.next++] ?? bug("the events of a document end early");
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return readScalar(cursor, event);
    case EVENT_ID.SEQUENCE:
      return readSequence(cursor, event);
    case EVENT_ID.MAPPING:
      return readMap(cursor, event);
    case EVENT_ID.ALIAS:
      return readAlias(cursor, event);
    case EVENT_ID.DOCUMENT:
    case EVENT_ID.POP:
      return bug("a value is missing among the events");
  }
}

function readSequence(cursor: Cursor, event: SequenceEvent): SequenceNode {
  open(cursor, event);
  const items: Node[] = [];
  while (!atPop(cursor)) items.push(readNode(cursor));
  return { kind: "sequence", items, span: close(cursor, event.start) };
}

function readMap(cursor: Cursor, event: MappingEvent): MapNode {
  open(cursor, event);
  const entries = new Map<string, Entry>();
  while (!atPop(cursor)) {
    const key = readKey(cursor);
    const entry = { key, value: readNode(cursor) };
    if (entries.has(key.text)) {
      cursor.report(problem("duplicate-key", key.span, `the key ${quote(key.text)} is there already`));
    } else {
      entries.set(key.text, entry);
    }
  }
  return { kind: "map", entries: [...entries.values()], span: close(cursor, event.start) };
}

function readKey(cursor: Cursor): ScalarNode {
  const key = readNode(cursor);
  if (key.kind === "scalar") return key;
  cursor.report(problem("yaml-key", key.span, `a key is text, not a ${key.kind === "map" ? "map" : "list"}`));
  return placeholder(key.span, "");
}

function readAlias(cursor: Cursor, event: AliasEvent): ScalarNode {
  cursor.end = event.anchorEnd;
  const span = spanAt(cursor, event.anchorStart - 1, event.anchorEnd);
  const name = cursor.text.slice(event.anchorStart - 1, event.anchorEnd);
  cursor.report(problem("yaml-alias", span, `the alias ${quote(name)} is refused`, "write the value here again"));
  return placeholder(span, name);
}

/** Stands for what has been refused, so that the rest of the document is still read. */
const placeholder = (span: Span, text: string): ScalarNode => ({
  kind: "scalar",
  type: "string",
  text,
  style: "plain",
  span,
  exactStart: undefined,
});

function open(cursor: Cursor, { start, tagStart, tagEnd }: SequenceEvent | MappingEvent): void {
  if (tagStart >= 0) refuseTag(cursor, tagStart, tagEnd);
  if (++cursor.depth === maxDepth + 1) cursor.report(tooDeep(spanAt(cursor, start, start + 1)));
  cursor.end = closing.has(cursor.text.charAt(start)) ? start + 1 : start;
}

function atPop(cursor: Cursor): boolean {
  if (cursor.events[cursor.next]?.type !== EVENT_ID.POP) return false;
  cursor.next++;
  return true;
}

/** A block ends with its last child; a flow collection with its bracket, which no event tells. */
function close(cursor: Cursor, start: number): Span {
  const bracket = closing.get(cursor.text.charAt(start));
  if (bracket !== undefined) {
    const end = skipSpace(cursor.text, cursor.end, ",");
    if (cursor.text[end] === bracket) cursor.end = end + 1;
  }
  cursor.depth--;
  return spanAt(cursor, start, cursor.end);
}

const closing = new Map([
  ["[", "]"],
  ["{", "}"],
]);
