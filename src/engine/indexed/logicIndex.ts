import type { Event } from "../../event/index.ts";
import { groupBy } from "../../std/index.ts";
import { codesOfEvent } from "./eventCode.ts";
import type { Atom } from "./anchors/atom.ts";
import { type FieldSlot, fieldSlot } from "./fieldSlot.ts";
import type { Logic } from "./logic.ts";
import { remembering } from "./texts/memory.ts";
import { indexValues, type NumberedAtom, type ValueIndex } from "./texts/valueIndex.ts";

/** Which of its rules' logics may match an event: every one that does is among them, few others are. */
export interface LogicIndex {
  readonly logics: readonly Logic[];
  /** Reports those that the event's fields point to. Keywords are looked up afterwards, for several indexes at once. */
  readonly candidates: (event: Event, report: Report) => void;
  /** Texts that are looked for in every value of an event, by the numbers that `found` takes. */
  readonly keywords: readonly NumberedAtom[];
  /** Reports those that this text points to, for the event that `candidates` was asked about last. */
  readonly found: (number: number) => void;
}

export type Report = (logic: Logic) => void;

/** Looks logics up by the codes that they are about, then by their anchors. */
export function indexLogics(logics: readonly Logic[]): LogicIndex {
  const { candidates, keywords, found } = indexAnchors(logics.filter(({ codes }) => codes === undefined));
  const pairs = logics.flatMap((logic) => (logic.codes ?? []).map((code) => ({ code, logic })));
  const byCode = new Map(
    Array.from(
      groupBy(pairs, ({ code }) => code),
      ([code, each]) => [code, indexAnchors(each.map(({ logic }) => logic))],
    ),
  );
  return {
    logics,
    keywords,
    found,
    candidates(event, report) {
      candidates(event, report);
      if (byCode.size === 0) return;
      const codes = codesOfEvent(event);
      if (codes.length <= 1) byCode.get(codes[0] ?? "")?.candidates(event, report);
      else
        reportOnce(
          codes.flatMap((code) => byCode.get(code) ?? []),
          event,
          report,
        );
    },
  };
}

type AnchorIndex = Omit<LogicIndex, "logics">;

/** A logic that is about several codes of an event is reported for the first. */
function reportOnce(indexes: readonly AnchorIndex[], event: Event, report: Report): void {
  const reported = new Set<Logic>();
  const found = (logic: Logic): void => {
    if (reported.has(logic)) return;
    reported.add(logic);
    report(logic);
  };
  for (const { candidates } of new Set(indexes)) candidates(event, found);
}

/** Each field that has atoms is read once, all its atoms are looked up in one go. */
function indexAnchors(logics: readonly Logic[]): AnchorIndex {
  const { atoms, owners, excluded } = numberAtoms(logics);
  const unanchored = Int32Array.from(logics.flatMap(({ anchor }, place) => (anchor === undefined ? place : [])));
  const byField = groupBy(atoms, ({ field }) => field);
  const fields = [...byField].flatMap(([field, ofField]) => (field === undefined ? [] : [indexField(field, ofField)]));

  // Which logics have been reported or excluded for the event at hand: a stamp is a round's number, so that nothing is ever cleared.
  const stamps = new Int32Array(logics.length);
  let round = 0;
  let reportTo: Report = () => undefined;
  const offer = (place: number): void => {
    if (stamps[place] === round) return;
    stamps[place] = round;
    const logic = logics[place];
    if (logic) reportTo(logic);
  };
  // What something may exclude waits until all fields have been looked at.
  const isWaiting = logics.map(({ exclusions }) => exclusions.length > 0);
  let waiting: number[] = [];
  const found = (number: number): void => {
    for (const place of owners[number] ?? []) {
      if (isWaiting[place] === true) waiting.push(place);
      else offer(place);
    }
    for (const place of excluded[number] ?? []) stamps[place] = round;
  };
  return {
    keywords: byField.get(undefined) ?? [],
    found,
    candidates(event, report) {
      round = (round + 1) | 0;
      reportTo = report;
      for (const { slot, index, present } of fields) {
        const values = slot.scalars(event);
        if (values === undefined) continue;
        if (present >= 0) found(present);
        for (const value of values) index(value, found);
      }
      for (const place of unanchored) offer(place);
      if (waiting.length === 0) return;
      for (const place of waiting) offer(place);
      waiting = [];
    },
  };
}

interface FieldIndex {
  readonly slot: FieldSlot;
  readonly index: ValueIndex;
  /** The number of the atom that asks for nothing but the field; -1 if there is none. */
  readonly present: number;
}

function indexField(name: string, atoms: readonly NumberedAtom[]): FieldIndex {
  const present = atoms.find(({ kind }) => kind === "present");
  return {
    slot: fieldSlot(name),
    index: remembering(indexValues(atoms.filter((atom) => atom !== present))),
    present: present?.number ?? -1,
  };
}

interface Numbered {
  readonly atoms: readonly (Atom & NumberedAtom)[];
  /** Number of an atom -> places of the logics that are looked up by it. */
  readonly owners: readonly Int32Array[];
  /** Number of an atom -> places of the logics that cannot match where it holds. */
  readonly excluded: readonly Int32Array[];
}

/** Numbers the atoms; logics that ask for the same share one. */
function numberAtoms(logics: readonly Logic[]): Numbered {
  const known = new Map<string, Entry>();
  const entryOf = (atom: Atom): Entry => {
    const spelling = `${atom.kind} ${atom.field === undefined ? "" : JSON.stringify(atom.field)} ${atom.text}`;
    const entry = known.get(spelling) ?? { atom, owners: new Set(), excluded: new Set() };
    known.set(spelling, entry);
    return entry;
  };
  for (const [place, { anchor, exclusions }] of logics.entries()) {
    for (const atom of anchor?.atoms ?? []) entryOf(atom).owners.add(place);
    for (const atom of exclusions) entryOf(atom).excluded.add(place);
  }
  const entries = [...known.values()];
  return {
    atoms: entries.map(({ atom }, number) => ({ ...atom, number })),
    owners: entries.map(({ owners }) => Int32Array.from(owners)),
    excluded: entries.map(({ excluded }) => Int32Array.from(excluded)),
  };
}

interface Entry {
  readonly atom: Atom;
  readonly owners: Set<number>;
  readonly excluded: Set<number>;
}
