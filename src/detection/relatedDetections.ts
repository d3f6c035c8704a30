import { groupBy } from "../std/index.ts";
import {
  type Database,
  type RelatedColumn,
  type RelatedQuestion,
  selectRelatedDetections,
  idsOfEvent,
  uuidFloor,
  uuidTimeMs,
} from "../store/index.ts";
import { type Detection, readDetection } from "./detection.ts";

/** What related detections have in common with one. */
export type Relation = "HOST" | "USER" | "RULE" | "EVENT" | "SOURCE_ADDRESS";

/** Which others of a detection are wanted. */
export interface RelatedRequest {
  readonly detection: Detection;
  readonly by: Relation;
  /** So far before and after it, by arrival. */
  readonly withinMs: number;
  readonly limit: number;
  readonly includeTests: boolean;
}

const columnOf = {
  HOST: "host",
  USER: "user",
  RULE: "rule",
  EVENT: "event",
  SOURCE_ADDRESS: "sourceAddress",
} as const satisfies Readonly<Record<Relation, RelatedColumn>>;

const valueOf = {
  HOST: ({ host }) => host,
  USER: ({ user }) => user,
  RULE: ({ ruleId }) => ruleId,
  EVENT: ({ eventId }) => eventId,
  SOURCE_ADDRESS: ({ sourceAddress }) => sourceAddress,
} as const satisfies Readonly<Record<Relation, (detection: Detection) => string | number | null>>;

/**
 * The others that have the same host, user, rule, event or source address, newest first, for each request: one statement for
 * each relation. A detection that has no host is related to none by it.
 */
export async function relatedDetections(
  { pool }: Pick<Database, "pool">,
  tenantId: number,
  requests: readonly RelatedRequest[],
): Promise<readonly (readonly Detection[])[]> {
  const found = new Map<RelatedRequest, readonly Detection[]>();
  for (const [by, group] of groupBy(requests, (request) => request.by)) {
    const asking = group.flatMap((request) => questionOf(request).map((question) => ({ request, question })));
    if (asking.length === 0) continue;
    const questions = asking.map(({ question }) => question);
    const rows = groupBy(await selectRelatedDetections(pool, tenantId, columnOf[by], questions), ({ of }) => of);
    for (const [of, { request }] of asking.entries()) found.set(request, (rows.get(of) ?? []).map(readDetection));
  }
  return requests.map((request) => found.get(request) ?? []);
}

function questionOf({ detection, by, withinMs, ...rest }: RelatedRequest): RelatedQuestion[] {
  const value = valueOf[by](detection);
  if (value === null) return [];
  const ms = uuidTimeMs(detection.id);
  const near = { from: uuidFloor(Math.max(0, ms - withinMs)), to: uuidFloor(ms + withinMs + 1) };
  return [{ id: detection.id, value, ...(by === "EVENT" ? idsOfEvent(detection.eventId) : near), ...rest }];
}
