import {
  isJsonObject,
  jsonMember,
  jsonMembers,
  parseJson,
  splitJson,
  type Json,
  type JsonObject,
} from "../std/index.ts";
import { at } from "./computed.ts";
import type { Envelope } from "./envelope.ts";
import { envelopes } from "./envelopes.ts";

/** One of the events in a record that holds many. */
export interface Part {
  /** Its text exactly as it stands in the record's; undefined where that is not known. */
  readonly text: string | undefined;
  /** What the text holds; undefined where it has not been parsed. */
  readonly value: Json | undefined;
  /** The key under which it has its event as text, if it may have one. */
  readonly textKey: string | undefined;
}

/**
 * The events of a record that holds many (`envelopes.ts`), in their order.
 *
 * @param text the record's text, if it has one
 * @returns undefined if the record is an event itself
 */
export function splitRecord(record: JsonObject, text?: string): Iterable<Part> | undefined {
  const envelope = envelopes.find(({ list, fits }) => holdsObjects(at(record, ...list)) && fits(record));
  return envelope === undefined ? undefined : parts(envelope, record, text);
}

/** A list that begins with something else is a value of the record's. */
const holdsObjects = (value: Json | undefined): boolean =>
  Array.isArray(value) && (value.length === 0 || isJsonObject((value as readonly Json[])[0]));

function* parts({ list, text: textKey }: Envelope, record: JsonObject, text: string | undefined): Generator<Part> {
  const values = at(record, ...list) as readonly Json[];
  const ofList = text === undefined ? undefined : list.reduce((inner, key) => jsonMember(inner, key) ?? "", text);
  const texts = ofList === undefined ? undefined : elementTexts(ofList);
  for (const value of values) yield { text: texts?.next().value, value, textKey };
}

/** From the place on from which elements cannot be told apart, the rest is one: it will be refused. */
function* elementTexts(list: string): Generator<string, undefined> {
  for (const piece of splitJson(list)) yield list.slice(piece.start, piece.kind === "value" ? piece.end : undefined);
}

/**
 * The same for a text that is too long to be one event. It is never parsed as a whole: what that takes would not be bounded by the
 * limits of a record.
 *
 * @returns undefined if it is not the text of a record that holds many in a list at its top
 */
export function splitText(text: string): Iterable<Part> | undefined {
  const { around, lists } = outline(text);
  const envelope = envelopes.find(({ list, fits }) => list.length === 1 && lists.has(list[0] ?? "") && fits(around));
  const list = lists.get(envelope?.list[0] ?? "");
  return envelope === undefined || list === undefined ? undefined : unparsed(list, envelope.text);
}

function* unparsed(list: string, textKey: string | undefined): Generator<Part> {
  for (const text of elementTexts(list)) yield { text, value: undefined, textKey };
}

/** The lists at the top of a text, and what is around them: lists and what is long come as empty lists. */
function outline(text: string): { around: JsonObject; lists: ReadonlyMap<string, string> } {
  const around = new Map<string, Json>();
  const lists = new Map<string, string>();
  for (const { name, start, end } of jsonMembers(text)) {
    const value = text.slice(start, end);
    if (listOfObjects.test(value)) lists.set(name, value);
    const parsed = end - start > longestAround ? undefined : parseJson(value);
    around.set(name, parsed?.kind === "json" ? parsed.value : []);
    if (around.size > mostAround) break;
  }
  return { around: Object.fromEntries(around), lists };
}

const listOfObjects = /^\[\s*[{\]]/;

/** What is around a list is short. */
const longestAround = 4_096;
const mostAround = 100;
