import DataLoader from "dataloader";
import type { Principal, RateLimit } from "../access/index.ts";
import {
  type Activity,
  type AttackCounts,
  countDetectionsByAttack,
  type Detection,
  findActivities,
  findDetectionsOfEvents,
  findEvents,
  lastFired,
  type Pipeline,
  relatedDetections,
  type RelatedRequest,
  type Span,
  type RuleFigures,
  ruleFigures,
  type StoredEvent,
} from "../detection/index.ts";
import {
  currentRule,
  findRevisions,
  type Presence,
  readPresence,
  type RuleBook,
  type RuleEntry,
  ruleOf,
  ruleOfRevision,
  type RuleRevision,
} from "../rules/index.ts";
import type { Rule } from "../sigma/index.ts";
import { bug, groupBy } from "../std/index.ts";
import { beginningOf } from "./inputs/days.ts";
import { limits } from "./limits.ts";
import type { Soon } from "./soon.ts";

/** What a GraphQL operation works with. */
export interface ApiContext {
  readonly principal: Principal;
  readonly rooms: Pipeline;
  /** The tenant's rules as they were when the operation began; mutations hand out newer ones themselves. */
  readonly book: RuleBook;
  /** The rule of a detection: it may be newer than `book`, if another process has stored both. As a rule it is at hand. */
  readonly ruleOf: (ruleId: number) => Soon<RuleEntry>;
  readonly loaders: Loaders;
  /** How much the principal may ask for; absent: as much as it likes. */
  readonly rateLimit?: RateLimit;
  /** Where the service was asked, such as `https://detectql.example`; empty where that is not known. */
  readonly baseUrl: string;
  /** When the operation began: what its relative times are relative to. */
  readonly askedAt: Date;
}

/** One query for all objects of an operation that ask for the same kind of thing. */
export interface Loaders {
  readonly event: DataLoader<string, StoredEvent | null>;
  readonly detectionsOfEvent: DataLoader<string, readonly Detection[]>;
  readonly activities: DataLoader<string, readonly Activity[]>;
  readonly revision: DataLoader<RevisionKey, RuleRevision | null, string>;
  /** The rule of a revision as it is matched; null if its text is none (any more). */
  readonly firedRule: DataLoader<RevisionKey, Rule | null, string>;
  readonly related: DataLoader<RelatedRequest, readonly Detection[], string>;
  /** How many detections techniques and tactics have. */
  readonly attackCounts: DataLoader<Span, AttackCounts, string>;
  /** What arrived in the last so many days. */
  readonly presence: DataLoader<number, Presence>;
  /** By the rule's row. */
  readonly lastFired: DataLoader<number, Date | null>;
  readonly figures: DataLoader<FiguresKey, RuleFigures, string>;
}

/** A rule's figures of the last so many days. */
interface FiguresKey {
  readonly ruleId: number;
  readonly days: number;
}

type RevisionKey = Pick<RuleRevision, "ruleId" | "revision">;

/** What a request says of an operation. */
export type Asked = Partial<Pick<ApiContext, "rateLimit" | "baseUrl">>;

export async function createContext(
  principal: Principal,
  rooms: Pipeline,
  { rateLimit, baseUrl = "" }: Asked = {},
): Promise<ApiContext> {
  const { tenantId } = principal;
  const { registry } = rooms;
  const book = await registry.book(tenantId);
  const ruleOfId: ApiContext["ruleOf"] = (ruleId) =>
    book.byId.get(ruleId) ?? registry.refresh(tenantId).then((newer) => ruleOf(newer, ruleId));
  const loaders = createLoaders(tenantId, rooms);
  return {
    principal,
    rooms,
    book,
    ruleOf: ruleOfId,
    loaders: {
      ...loaders,
      firedRule: firedRuleLoader(loaders.revision, ruleOfId, book),
      attackCounts: attackCountsLoader(rooms, { tenantId, book }),
    },
    baseUrl,
    askedAt: rooms.clock(),
    ...(rateLimit && { rateLimit }),
  };
}

/** Most detections are of the text that their rule has still: that one is parsed already. */
const firedRuleLoader = (
  revisions: Loaders["revision"],
  ruleOfId: ApiContext["ruleOf"],
  book: RuleBook,
): Loaders["firedRule"] =>
  new DataLoader(
    (keys) =>
      Promise.all(
        keys.map(async (key) => {
          const entry = await ruleOfId(key.ruleId);
          if (entry.revision === key.revision) return currentRule(entry) ?? null;
          const revision = await revisions.load(key);
          return (revision && ruleOfRevision(revision, book)) ?? null;
        }),
      ),
    { cacheKeyFn: revisionKey },
  );

/** All techniques of a range are counted at once. */
const attackCountsLoader = (
  rooms: Pipeline,
  tenant: { readonly tenantId: number; readonly book: RuleBook },
): Loaders["attackCounts"] =>
  new DataLoader((spans) => Promise.all(spans.map((span) => countDetectionsByAttack(rooms, tenant, span))), {
    cacheKeyFn: ({ fromMs, toMs }) => `${fromMs} ${toMs}`,
  });

function createLoaders(
  tenantId: number,
  { database, tallies, clock }: Pipeline,
): Omit<Loaders, "firedRule" | "attackCounts"> {
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
    related: new DataLoader(async (requests) => [...(await relatedDetections(database, tenantId, requests))], {
      cacheKeyFn: ({ detection, by, withinMs, limit, includeTests }) =>
        [detection.id, by, withinMs, limit, includeTests].join(" "),
    }),
    presence: new DataLoader(async (spans) => {
      await tallies?.flush();
      return await Promise.all(spans.map((days) => readPresence(database, tenantId, days, clock())));
    }),
    lastFired: new DataLoader(async (ruleIds) => {
      const fired = await lastFired(database, tenantId, ruleIds);
      return ruleIds.map((id) => fired.get(id) ?? null);
    }),
    figures: new DataLoader((keys) => readFigures({ tenantId, database, clock }, keys), { cacheKeyFn: figuresKey }),
  };
}

const figuresKey = ({ ruleId, days }: FiguresKey): string => `${ruleId} ${days}`;

/** One statement for each number of days that is asked for: as a rule there is one. */
async function readFigures(
  { tenantId, database, clock }: Pick<Pipeline, "database" | "clock"> & { readonly tenantId: number },
  keys: readonly FiguresKey[],
): Promise<RuleFigures[]> {
  const found = new Map<string, RuleFigures>();
  for (const [days, those] of groupBy(keys, (key) => key.days)) {
    const since = beginningOf(days, clock());
    const ruleIds = those.map(({ ruleId }) => ruleId);
    const figures = await ruleFigures(database, { tenantId, ruleIds, since, atMost: limits.count });
    for (const one of figures) found.set(figuresKey({ ruleId: one.ruleId, days }), one);
  }
  return keys.map((key) => found.get(figuresKey(key)) ?? bug(`no figures of rule ${key.ruleId}`));
}

const revisionKey = ({ ruleId, revision }: RevisionKey): string => `${ruleId} ${revision}`;
