import { filterRules, type RuleBook, type RuleEntry, type RuleFilter } from "../rules/index.ts";
import type { Database } from "../store/index.ts";
import { lastFired, ruleFigures } from "./ruleFigures.ts";

/** Which rules are wanted, by what they are and by what they have found. */
export interface ListedRuleFilter extends RuleFilter {
  /** Rules with a detection since then, by arrival. */
  readonly firedSince?: Date;
  /** Rules without one. */
  readonly silentSince?: Date;
}

export type RuleOrder = "TITLE" | "LAST_FIRED" | "LONGEST_SILENT" | "MOST_DETECTIONS";

export interface RuleQuery {
  readonly tenantId: number;
  readonly book: RuleBook;
  readonly filter: ListedRuleFilter;
  readonly order: RuleOrder;
  /** Since when MOST_DETECTIONS counts, and up to how many of each rule. */
  readonly counted: { readonly since: Date; readonly atMost: number };
}

/** Rules in order. */
export interface RankedRules {
  readonly rules: readonly RuleEntry[];
  /** A rule's place in the list: places sort as texts. Made when it is asked for, since a page is of few. */
  readonly placeOf: (rule: RuleEntry) => string;
}

/** The rules that a filter wants, in order; rules of the same rank by title and identity. Asks the database only for what they found. */
export async function listRules(database: Database, query: RuleQuery): Promise<RankedRules> {
  const { tenantId, book, filter, order } = query;
  const { firedSince, silentSince } = filter;
  const candidates = filterRules(book, filter);
  const asksWhen = firedSince ?? silentSince ?? (order === "LAST_FIRED" || order === "LONGEST_SILENT");
  const fired = asksWhen ? await lastFired(database, tenantId, candidates.map(idOf)) : new Map<number, Date>();
  const rules =
    (firedSince ?? silentSince)
      ? candidates.filter(({ id }) => {
          const last = fired.get(id)?.getTime() ?? -Infinity;
          return (!firedSince || last >= firedSince.getTime()) && (!silentSince || last < silentSince.getTime());
        })
      : candidates;
  // They are in this order already.
  if (order === "TITLE") return { rules, placeOf: placeByTitle };
  const rank = await rankOf(database, { ...query, order }, rules, fired);
  const placeOf = (entry: RuleEntry) => `${rank(entry)}\0${placeByTitle(entry)}`;
  const placed = rules.map((entry) => ({ entry, place: placeOf(entry) }));
  placed.sort((one, other) => (one.place < other.place ? -1 : Number(one.place > other.place)));
  return { rules: placed.map(({ entry }) => entry), placeOf };
}

const placeByTitle = ({ title, identity }: RuleEntry): string => `${title}\0${identity}`;

const idOf = ({ id }: RuleEntry): number => id;

/** What stands before a rule's title in its place: a number whose digits sort as it does. */
async function rankOf(
  database: Database,
  { tenantId, order, counted }: RuleQuery & { readonly order: Exclude<RuleOrder, "TITLE"> },
  rules: readonly RuleEntry[],
  fired: ReadonlyMap<number, Date>,
): Promise<(entry: RuleEntry) => string> {
  switch (order) {
    case "LAST_FIRED":
      return ({ id }) => digits(highest - (fired.get(id)?.getTime() ?? 0));
    case "LONGEST_SILENT":
      return ({ id }) => digits(fired.get(id)?.getTime() ?? 0);
    case "MOST_DETECTIONS": {
      const figures = await ruleFigures(database, { tenantId, ruleIds: rules.map(idOf), ...counted });
      const counts = new Map(figures.map(({ ruleId, detections }) => [ruleId, detections.value]));
      return ({ id }) => digits(highest - (counts.get(id) ?? 0));
    }
  }
}

/** No time in milliseconds and no count is higher. */
const highest = 999_999_999_999_999;

const digits = (value: number): string => String(value).padStart(15, "0");
