import type { Classification, Event } from "../../event/index.ts";
import { groupBy } from "../../std/index.ts";
import { eventDimensions } from "../dimensions.ts";
import { seekKeywords } from "./keywords.ts";
import type { Logic } from "./logic.ts";
import type { LogicIndex, Report } from "./logicIndex.ts";
import { changeIndex, type LogsourceIndex } from "./logsourceIndex.ts";

/** The logics of each logsource that rules name, by the logsource's spelling. */
export type Logsources = ReadonlyMap<string, Logsource>;

interface Logsource {
  /** What an event must have to be offered to these logics. */
  readonly dimensions: readonly string[];
  readonly index: LogsourceIndex;
}

interface LogicChanges {
  readonly added: readonly Logic[];
  readonly gone: readonly Logic[];
  readonly isAlive: (logic: Logic) => boolean;
}

/** Only the logsources whose logics change are made again. */
export function changeLogsources(logsources: Logsources, { added, gone, isAlive }: LogicChanges): Logsources {
  const changed = new Map(logsources);
  const addedOf = groupBy(added, spell);
  for (const spelling of new Set([...addedOf.keys(), ...gone.map(spell)])) {
    const logics = addedOf.get(spelling) ?? [];
    const known = changed.get(spelling);
    const dimensions = known?.dimensions ?? logics[0]?.dimensions ?? [];
    const index = changeIndex(known?.index ?? [], logics, isAlive);
    if (index.length > 0) changed.set(spelling, { dimensions, index });
    else changed.delete(spelling);
  }
  return changed;
}

const spell = ({ dimensions }: Logic): string => JSON.stringify(dimensions);

/** Declared classifications are anybody's words: so many are kept. */
const mostKept = 1_000;

/** Reports the logics that may match an event. */
export type Lookup = (event: Event, report: Report) => void;

/** Finds how events of a classification are looked up: in the indexes of all logsources that they fit. What was found once is kept. */
export function lookupsOf(logsources: Logsources): (classification: Classification) => Lookup {
  const byIdentity = new WeakMap<Classification, Lookup>();
  const bySpelling = new Map<string, Lookup>();
  const make = (classification: Classification): Lookup => {
    const known: ReadonlySet<string> = eventDimensions(classification);
    const fitting = [...logsources.values()].filter(({ dimensions }) => dimensions.every((each) => known.has(each)));
    return lookUpIn(fitting.flatMap(({ index }) => index));
  };
  const findBySpelling = (classification: Classification): Lookup => {
    const { product, service, otherServices, categories } = classification;
    const spelling = JSON.stringify([product, service, otherServices, categories]);
    const lookup = bySpelling.get(spelling) ?? make(classification);
    if (bySpelling.size >= mostKept) bySpelling.clear();
    bySpelling.set(spelling, lookup);
    return lookup;
  };
  let [last, lookup]: [Classification | undefined, Lookup] = [undefined, () => undefined];
  return (classification) => {
    // Events of one kind share one value, and come in runs.
    if (classification === last) return lookup;
    last = classification;
    lookup = byIdentity.get(classification) ?? findBySpelling(classification);
    byIdentity.set(classification, lookup);
    return lookup;
  };
}

/** Keywords are looked for in every value: once for all indexes. */
function lookUpIn(indexes: readonly LogicIndex[]): Lookup {
  const keywords = indexes.flatMap(({ keywords: own, found }) => own.map((atom) => ({ ...atom, found })));
  const groups = [...groupBy(keywords, ({ kind, text }) => `${kind} ${text}`).values()];
  const atoms = groups.flatMap(([atom], number) => (atom ? [{ ...atom, number }] : []));
  const found = (number: number): void => {
    for (const keyword of groups[number] ?? []) keyword.found(keyword.number);
  };
  const seek = seekKeywords(atoms);
  return (event, report) => {
    for (const index of indexes) index.candidates(event, report);
    seek(event, found);
  };
}
