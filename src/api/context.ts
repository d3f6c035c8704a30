import DataLoader from "dataloader";
import type { Principal, RateLimit } from "../access/index.ts";
import {
  type Activity,
  type Detection,
  findActivities,
  findDetectionsOfEvents,
  findEvents,
  type Pipeline,
  type StoredEvent,
} from "../detection/index.ts";
import {
  findRevisions,
  type Presence,
  readPresence,
  type RuleBook,
  type RuleEntry,
  ruleOf,
  type RuleRevision,
} from "../rules/index.ts";
import { groupBy } from "../std/index.ts";

/** What a GraphQL operation works with. */
export interface ApiContext {
  readonly principal: Principal;
  readonly rooms: Pipeline;
  /** The tenant's rules as they were when the operation began; mutations hand out newer ones themselves. */
  readonly book: RuleBook;
  /** The rule of a detection: it may be newer than `book`, if another process has stored both. */
  readonly ruleOf: (ruleId: number) => Promise<RuleEntry>;
  readonly loaders: Loaders;
  /** How much the principal may ask for; absent: as much as it likes. */
  readonly rateLimit?: RateLimit;
}

/** One query for all objects of an operation that ask for the same kind of thing. */
export interface Loaders {
  readonly event: DataLoader<string, StoredEvent | null>;
  readonly detectionsOfEvent: DataLoader<string, readonly Detection[]>;
  readonly activities: DataLoader<string, readonly Activity[]>;
  readonly revision: DataLoader<RevisionKey, RuleRevision | null, string>;
  /** What arrived in the last so many days. */
  readonly presence: DataLoader<number, Presence>;
}

type RevisionKey = Pick<RuleRevision, "ruleId" | "revision">;

export async function createContext(principal: Principal, rooms: Pipeline, rateLimit?: RateLimit): Promise<ApiContext> {
  const { tenantId } = principal;
  const { registry } = rooms;
  const book = await registry.book(tenantId);
  return {
    principal,
    rooms,
    book,
    ruleOf: async (ruleId) => book.byId.get(ruleId) ?? ruleOf(await registry.refresh(tenantId), ruleId),
    loaders: createLoaders(tenantId, rooms),
    ...(rateLimit && { rateLimit }),
  };
}

function createLoaders(tenantId: number, { database, tallies, clock }: Pipeline): Loaders {
  return {
    event: new DataLoader(async (ids) => {
      const events = new Map((await findEvents(database, tenantId, ids)).map((event) => [event.id, event]));
      return ids.map((id) => events.get(id) ?? null);
    }),
    detectionsOfEvent: new DataLoader(async (ids) => {
      const found = groupBy(await findDetectionsOfEvents(database, tenantId, ids), ({ eventId }) => eventId);
      return ids.map((id) => found.get(id) ?? []);
    }),
    activities: new DataLoader(async (ids) => {
      const found = groupBy(await findActivities(database, tenantId, ids), ({ detectionId }) => detectionId);
      return ids.map((id) => found.get(id) ?? []);
    }),
    revision: new DataLoader(
      async (keys) => {
        const found = new Map((await findRevisions(database, tenantId, keys)).map((one) => [revisionKey(one), one]));
        return keys.map((key) => found.get(revisionKey(key)) ?? null);
      },
      { cacheKeyFn: revisionKey },
    ),
    presence: new DataLoader(async (spans) => {
      await tallies?.flush();
      return await Promise.all(spans.map((days) => readPresence(database, tenantId, days, clock())));
    }),
  };
}

const revisionKey = ({ ruleId, revision }: RevisionKey): string => `${ruleId} ${revision}`;
