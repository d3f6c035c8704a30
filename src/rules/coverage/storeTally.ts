import { type FieldTally, type KindTally, tallyLimits } from "../../event/index.ts";
import { bug } from "../../std/index.ts";
import {
  addEventKindFields,
  addEventKinds,
  type Database,
  inTransaction,
  type Queryable,
  selectEventKindFields,
  selectEventKinds,
} from "../../store/index.ts";

/** So long are counts kept at most, and asked for. */
export const keptDays = 30;

export const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** What one tenant's events of one day (of arrival, UTC) came to. */
export interface Counted {
  readonly tenantId: number;
  readonly day: string;
  readonly tally: FieldTally;
}

/** What is stored of a day: kinds with their fields. The limits hold for all processes together. */
export type StoredNames = ReadonlyMap<string, ReadonlySet<string>>;

/** Adds the counts in one transaction. @returns all names that are stored for that day now */
export async function storeTally(
  database: Database,
  counted: Counted,
  known: StoredNames | undefined,
): Promise<StoredNames> {
  const { tenantId, day, tally } = counted;
  return await inTransaction(database.pool, async (db) => {
    const before = known ?? (await beginDay(db, counted));
    const { kinds, names, otherEvents } = within(tally, before);
    // In one order in every process, so that none waits for another that waits for it.
    const keys = [...kinds.keys()].toSorted();
    const other = otherEvents > 0 ? [otherRow(day, otherEvents)] : [];
    await addEventKinds(db, tenantId, [...other, ...keys.map((kind) => kindRow(day, kind, kinds))]);
    await addEventKindFields(
      db,
      tenantId,
      keys.flatMap((kind) => fieldRows(day, kind, { kinds, before })),
    );
    return names;
  });
}

/** Reads what is there already. */
async function beginDay(db: Queryable, { tenantId, day }: Counted): Promise<StoredNames> {
  const names = new Map<string, Set<string>>();
  const days = { from: day, to: day };
  for (const { kind } of await selectEventKinds(db, tenantId, days)) names.set(kind, new Set());
  for (const { kind, field } of await selectEventKindFields(db, tenantId, days)) names.get(kind)?.add(field);
  return names;
}

type Kinds = ReadonlyMap<string, KindTally>;

/** What the limits let through. */
function within(tally: FieldTally, before: StoredNames): { kinds: Kinds; names: StoredNames; otherEvents: number } {
  const kinds = new Map<string, KindTally>();
  const names = new Map(before);
  let { otherEvents } = tally;
  for (const [key, counted] of tally.kinds) {
    if (!names.has(key) && names.size >= tallyLimits.kinds) {
      otherEvents += counted.events;
      continue;
    }
    const { kept, known } = withinKind(counted, names.get(key) ?? new Set());
    kinds.set(key, kept);
    names.set(key, known);
  }
  return { kinds, names, otherEvents };
}

function withinKind(counted: KindTally, before: ReadonlySet<string>): { kept: KindTally; known: ReadonlySet<string> } {
  const known = new Set(before);
  const kept = { ...counted, fields: new Map<string, number>() };
  for (const [field, weight] of counted.fields) {
    if (!known.has(field) && known.size >= tallyLimits.fields) {
      kept.omitted += weight > 0 ? 1 : 0;
      continue;
    }
    known.add(field);
    kept.fields.set(field, weight);
  }
  return { kept, known };
}

function kindRow(day: string, key: string, kinds: Kinds) {
  const { kind, events, sampled, weight, omitted } = kinds.get(key) ?? bug(`no kind ${key}`);
  const { product = null, categories, service = null, otherServices = [], code = null } = kind;
  return { kind: key, day, product, categories, service, otherServices, code, events, sampled, weight, omitted };
}

/** The row of all kinds beyond the limit, together. */
const otherRow = (day: string, events: number) => ({
  ...{ kind: otherKinds, day, product: null, categories: [], service: null, otherServices: [], code: null },
  ...{ events, sampled: 0, weight: 0, omitted: 0 },
});

export const otherKinds = "";

/** What changes nothing is not written: a field that no event has, and of which that is known. */
function fieldRows(day: string, kind: string, { kinds, before }: { kinds: Kinds; before: StoredNames }) {
  const fields = [...(kinds.get(kind)?.fields ?? [])].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return fields
    .filter(([field, weight]) => weight > 0 || before.get(kind)?.has(field) !== true)
    .map(([field, weight]) => ({ kind, day, field, weight }));
}
