import { findTechnique, navigatorLayer, type NavigatorLayer, type TechniqueScore } from "../attack/index.ts";
import { currentRules, type RuleBook } from "../rules/index.ts";
import { type AttackCounts, countByAttack } from "./stats/attackCounts.ts";
import { detectionStats, type StatsRooms } from "./stats/detectionStats.ts";
import type { Span } from "./stats/slots.ts";
import { utc } from "./stats/zone.ts";

/** What a layer shows. */
export type LayerRequest =
  /** How many rules look for a technique: those that are not disabled. */
  | { readonly source: "rules" }
  /** How many detections it has; with `compareTo` by how many more, or fewer, they are than in that span. */
  | { readonly source: "detections"; readonly span: Span; readonly compareTo?: Span };

interface Tenant {
  readonly tenantId: number;
  readonly book: RuleBook;
}

/** A layer for MITRE's ATT&CK Navigator. A technique's score includes its sub-techniques', each rule or detection once. */
export async function makeLayer(rooms: StatsRooms, tenant: Tenant, request: LayerRequest): Promise<NavigatorLayer> {
  if (request.source === "rules") {
    const counts = countRules(tenant.book);
    return navigatorLayer({
      name: "DetectQL: rules",
      description: "Rules that are not disabled, by what they look for.",
      scores: scoresOf(counts, (id) => [["rules", String(counts.get(id) ?? 0)]]),
      isDifference: false,
    });
  }
  const { span, compareTo } = request;
  const [now, before] = await Promise.all([
    countDetectionsByAttack(rooms, tenant, span),
    compareTo && countDetectionsByAttack(rooms, tenant, compareTo),
  ]);
  return navigatorLayer({
    name: before ? "DetectQL: detections compared" : "DetectQL: detections",
    description: compareTo ? `${printSpan(span)} against ${printSpan(compareTo)}.` : `${printSpan(span)}.`,
    scores: before ? differences(now, before) : scoresOf(now, (id) => [["detections", String(now.get(id) ?? 0)]]),
    isDifference: before !== undefined,
  });
}

/** Detections by ATT&CK, those of rules on trial left out. */
export async function countDetectionsByAttack(
  rooms: StatsRooms,
  { tenantId, book }: Tenant,
  span: Span,
): Promise<AttackCounts> {
  const query = { tenantId, book, filter: {}, includeTests: false, span, zone: utc };
  return countByAttack(await detectionStats(rooms, query).byRule());
}

const countRules = (book: RuleBook): AttackCounts =>
  countByAttack(
    currentRules(book)
      .filter(({ kind, state }) => kind !== "filter" && state !== "DISABLED")
      .map((key) => ({ key, count: 1 })),
  );

function scoresOf(counts: AttackCounts, metadataOf: (id: string) => TechniqueScore["metadata"]): TechniqueScore[] {
  // Tactics, groups and tags of other kinds are no techniques.
  const known = [...counts].filter(([id]) => findTechnique(id)?.id === id);
  return known.map(([id, score]) => ({ id, score, metadata: metadataOf(id) }));
}

/** A technique of either span has a score, 0 where nothing has changed. */
function differences(now: AttackCounts, before: AttackCounts): TechniqueScore[] {
  const change = (id: string) => (now.get(id) ?? 0) - (before.get(id) ?? 0);
  const changes = new Map([...now.keys(), ...before.keys()].map((id) => [id, change(id)]));
  return scoresOf(changes, (id) => [
    ["detections", String(now.get(id) ?? 0)],
    ["before", String(before.get(id) ?? 0)],
  ]);
}

const printSpan = ({ fromMs, toMs }: Span): string =>
  `${new Date(fromMs).toISOString()} to ${new Date(toMs).toISOString()}`;
