import type { Event } from "./event.ts";
import { type EventKind, keyedKind } from "./eventKind.ts";

/** What has been counted of the events of one kind. */
export interface KindTally {
  readonly kind: EventKind;
  events: number;
  /** Events whose fields were looked at. */
  sampled: number;
  /** How many events those stand for. */
  weight: number;
  /**
   * Field -> how many events carry it, by what was looked at. 0: a rule asks for it, and no event had it. A field that is not
   * here was in none either, unless names were left out or it is known by another name.
   */
  readonly fields: Map<string, number>;
  /** Occurrences of fields that are not counted, since there are too many names or the name is too long. */
  omitted: number;
}

/** Which fields events carry, by their kinds. Changed in place: it grows with every event. It never leaves the rooms that keep it. */
export interface FieldTally {
  readonly kinds: Map<string, KindTally>;
  /** Events of kinds beyond the limit. */
  otherEvents: number;
}

/** Senders choose classifications, codes and names: how many are counted has an end. */
export const tallyLimits = {
  /** Kinds of events. */
  kinds: 1_000,
  /** Fields of one kind. */
  fields: 1_000,
  /** Characters of a field's name. */
  nameLength: 200,
  /** Characters of a kind's classification and code together. */
  kindLength: 400,
} as const;

export const emptyTally = (): FieldTally => ({ kinds: new Map(), otherEvents: 0 });

/** How many events an event stands for, by its place among those of its kind; 0: it is not looked at. */
export type Sampling = (place: number) => number;

export const everyEvent: Sampling = () => 1;

/** So many events of a kind are all looked at; after them one in `sampleInterval`. */
export const sampledFirst = 16;
export const sampleInterval = 64;

/**
 * To list an event's fields costs a walk over its record, several times what it takes to recognise it: so it is done for few. Each
 * stands for those that follow it up to the next.
 */
export const sparsely: Sampling = (place) => {
  if (place < sampledFirst) return 1;
  if (place === sampledFirst) return sampleInterval - sampledFirst;
  return place % sampleInterval === 0 ? sampleInterval : 0;
};

/** An event to be counted. */
export interface Countable extends Pick<Event, "classification" | "code"> {
  /** The event with its fields; of most it is not asked for. */
  readonly look: () => Event;
}

export const countable = (event: Event): Countable => ({
  classification: event.classification,
  code: event.code,
  look: () => event,
});

interface Looking {
  /** The fields that rules ask of such events: they may be known by other names than those that an event lists. */
  readonly asked: (kind: EventKind) => Iterable<string>;
  /** The event's place among those of its kind, counted from 0. */
  readonly placeOf: (key: string) => number;
  readonly sampling: Sampling;
}

/** Counts an event, and if it is one of the sample its fields. */
export function tallyEvent(tally: FieldTally, event: Countable, { asked, placeOf, sampling }: Looking): void {
  const { kind, key } = keyedKind(event);
  const counted = tally.kinds.get(key) ?? addKind(tally, key, kind);
  if (counted === undefined) {
    tally.otherEvents++;
    return;
  }
  counted.events++;
  const weight = sampling(placeOf(key));
  if (weight > 0) tallyFields(counted, event.look(), { weight, asked: asked(kind) });
}

function addKind({ kinds }: FieldTally, key: string, kind: EventKind): KindTally | undefined {
  if (kinds.size >= tallyLimits.kinds || key.length > tallyLimits.kindLength) return undefined;
  const counted = { kind, events: 0, sampled: 0, weight: 0, fields: new Map<string, number>(), omitted: 0 };
  kinds.set(key, counted);
  return counted;
}

interface Sample {
  readonly weight: number;
  readonly asked: Iterable<string>;
}

function tallyFields(counted: KindTally, event: Event, { weight, asked }: Sample): void {
  counted.sampled++;
  counted.weight += weight;
  const names = new Set(event.names());
  // First those that matter: the limit is for the others.
  for (const name of asked) {
    const isThere = names.delete(name) || event.field(name) !== undefined || event.isParent(name);
    addField(counted, name, isThere ? weight : 0);
  }
  for (const name of names) addField(counted, name, weight);
}

/** Adds to the count of a field, within the limits. */
export function addField(counted: KindTally, name: string, weight: number): void {
  const before = counted.fields.get(name);
  const isOver = before === undefined && counted.fields.size >= tallyLimits.fields;
  if (isOver || name.length > tallyLimits.nameLength) counted.omitted += weight > 0 ? 1 : 0;
  else counted.fields.set(name, (before ?? 0) + weight);
}
