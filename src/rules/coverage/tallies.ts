import {
  addField,
  type Countable,
  emptyTally,
  type FieldTally,
  type KindTally,
  sparsely,
  tallyEvent,
  tallyLimits,
} from "../../event/index.ts";
import type { Clock } from "../../std/index.ts";
import type { Database } from "../../store/index.ts";
import type { RuleBook } from "../ruleBook.ts";
import { fieldsAsked } from "./fieldsAsked.ts";
import { type Counted, dayOf, type StoredNames, storeTally } from "./storeTally.ts";

/** Counts which fields events carry, in memory, and adds the counts to the store from time to time. */
export interface Tallies {
  /** Counts events that have been stored. */
  readonly add: (tenantId: number, book: RuleBook, events: readonly Countable[]) => void;
  /** Adds what has been counted to the store. Those who ask for counts call it first. */
  readonly flush: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface TalliesOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** Told of failures to store counts; they are kept for the next time. */
  readonly onFailure: (error: unknown) => void;
  readonly flushMs?: number;
}

export function createTallies({ database, clock, onFailure, flushMs = 15_000 }: TalliesOptions): Tallies {
  let pending = new Map<string, Counted>();
  const stored = new Map<string, StoredNames>();
  const asked = new WeakMap<RuleBook, ReturnType<typeof fieldsAsked>>();
  const places = countPlaces();
  let writing: Promise<void> = Promise.resolve();

  const write = async (): Promise<void> => {
    const batch = pending;
    pending = new Map();
    for (const [key, counted] of batch) {
      try {
        stored.set(key, await storeTally(database, counted, stored.get(key)));
        batch.delete(key);
      } catch (error) {
        // As if it had been counted just now.
        for (const [name, one] of batch) pending.set(name, mergeCounted(one, pending.get(name)));
        throw error;
      }
    }
    forgetOtherDays(stored, dayOf(clock()));
  };
  const flush = (): Promise<void> => {
    writing = writing.catch(() => undefined).then(write);
    return writing;
  };
  const timer = setInterval(() => void flush().catch(onFailure), flushMs);
  timer.unref();

  return {
    add: (tenantId, book, events) => {
      const day = dayOf(clock());
      const key = `${tenantId} ${day}`;
      const counted = pending.get(key) ?? { tenantId, day, tally: emptyTally() };
      pending.set(key, counted);
      const askedOf = asked.get(book) ?? fieldsAsked(book.effective.values());
      asked.set(book, askedOf);
      const looking = { asked: askedOf, placeOf: (kind: string) => places(`${tenantId} ${kind}`), sampling: sparsely };
      for (const event of events) tallyEvent(counted.tally, event, looking);
    },
    flush,
    stop: async () => {
      clearInterval(timer);
      await flush().catch(onFailure);
    },
  };
}

/** Counts the events of each kind, to sample them; starts anew when there are too many kinds. */
function countPlaces(): (key: string) => number {
  const places = new Map<string, number>();
  return (key) => {
    if (!places.has(key) && places.size >= tallyLimits.kinds) places.clear();
    const place = places.get(key) ?? 0;
    places.set(key, place + 1);
    return place;
  };
}

function mergeCounted(counted: Counted, newer: Counted | undefined): Counted {
  if (newer === undefined) return counted;
  for (const [key, kind] of newer.tally.kinds) mergeKind(counted.tally, key, kind);
  counted.tally.otherEvents += newer.tally.otherEvents;
  return counted;
}

function mergeKind(tally: FieldTally, key: string, newer: KindTally): void {
  const kind = tally.kinds.get(key);
  if (kind === undefined) {
    tally.kinds.set(key, newer);
    return;
  }
  kind.events += newer.events;
  kind.sampled += newer.sampled;
  kind.weight += newer.weight;
  kind.omitted += newer.omitted;
  for (const [field, weight] of newer.fields) addField(kind, field, weight);
}

function forgetOtherDays(stored: Map<string, unknown>, today: string): void {
  for (const key of stored.keys()) if (!key.endsWith(today)) stored.delete(key);
}
