import { createRuleSet, isConsidered, match } from "../engine/index.ts";
import { type Event, normalise } from "../event/index.ts";
import type { Rule } from "../sigma/index.ts";
import type { Database } from "../store/index.ts";
import { inSlices } from "./inSlices.ts";
import type { IncomingRecord, Rejection } from "./incoming.ts";
import { keepEvidence, type KeptEvidence } from "./keptEvidence.ts";
import { recentEvents } from "./recentEvents.ts";
import { findEvents, readStoredEvent, type StoredEvent } from "./storedEvent.ts";

/** What a rule is tested on. */
export type TestGround =
  | { readonly kind: "records"; readonly records: readonly IncomingRecord[] }
  | { readonly kind: "events"; readonly ids: readonly { readonly id: string; readonly index: number }[] }
  /** The newest stored events that the rule is about; `since` is by arrival. */
  | { readonly kind: "recent"; readonly since: Date; readonly limit: number };

/** What a rule says of one event. */
export interface TestedEvent {
  readonly event: Event;
  /** Null of a record that was given. */
  readonly stored: StoredEvent | null;
  /** The place of a given record, or of a given id, counted from 0; null of the newest events. */
  readonly index: number | null;
  readonly verdict: "match" | "no-match" | "not-considered";
  readonly evidence: readonly KeptEvidence[];
  /** Entries that are not listed. */
  readonly evidenceOmitted: number;
}

export interface RuleTest {
  readonly looked: number;
  readonly matched: number;
  /** Matches first; of the newest events only these. At most `maxTestResults`. */
  readonly results: readonly TestedEvent[];
  readonly resultsOmitted: number;
  /** False: there may be more events in the time asked for than were looked at. */
  readonly isComplete: boolean;
  /** Ids that no event has. */
  readonly missing: readonly Rejection[];
}

/** So many events are listed with what the rule says of them; the rest are counted. */
export const maxTestResults = 100;

/** Evaluates a rule as it would be matched, and stores nothing. */
export async function testRule(
  database: Database,
  tenantId: number,
  rule: Rule,
  ground: TestGround,
): Promise<RuleTest> {
  const judge = judgeOf(rule);
  switch (ground.kind) {
    case "records": {
      const tested = await inSlices(ground.records, ({ record, logsource, index }) =>
        judge({ event: normalise(record, logsource), stored: null, index }),
      );
      return report(tested, { looked: tested.length });
    }
    case "events": {
      const ids = [...new Set(ground.ids.map(({ id }) => id))];
      const found = new Map((await findEvents(database, tenantId, ids)).map((event) => [event.id, event]));
      const there = ground.ids.flatMap(({ id, index }) => {
        const stored = found.get(id);
        return stored ? [{ stored, index }] : [];
      });
      const tested = await inSlices(there, ({ stored, index }) =>
        judge({ event: readStoredEvent(stored), stored, index }),
      );
      const missing = ground.ids
        .filter(({ id }) => !found.has(id))
        .map(({ id, index }) => ({ index, code: "NOT_FOUND", message: `there is no event ${id}` }));
      return { ...report(tested, { looked: tested.length }), missing };
    }
    case "recent":
      return await testOnRecent(database, tenantId, rule, ground);
  }
}

async function testOnRecent(
  database: Database,
  tenantId: number,
  rule: Rule,
  ground: Extract<TestGround, { readonly kind: "recent" }>,
): Promise<RuleTest> {
  const judge = judgeOf(rule);
  const matches: TestedEvent[] = [];
  let [looked, matched] = [0, 0];
  for await (const events of recentEvents(database, tenantId, { ...ground, logsource: rule.logsource })) {
    const tested = await inSlices(events, (stored) => judge({ event: readStoredEvent(stored), stored, index: null }));
    const found = tested.filter(({ verdict }) => verdict === "match");
    looked += tested.length;
    matched += found.length;
    // The others need not stay in memory: they are counted.
    matches.push(...found.slice(0, maxTestResults - matches.length));
  }
  return {
    ...report(matches, { looked, isComplete: looked < ground.limit }),
    matched,
    resultsOmitted: matched - matches.length,
  };
}

type Unjudged = Pick<TestedEvent, "event" | "stored" | "index">;

function judgeOf(rule: Rule): (unjudged: Unjudged) => TestedEvent {
  const ruleSet = createRuleSet([[0, rule]]);
  return (unjudged) => {
    const [found] = match(ruleSet, unjudged.event);
    if (found) {
      const { items, omitted } = keepEvidence(found.evidence);
      return { ...unjudged, verdict: "match", evidence: items, evidenceOmitted: omitted };
    }
    const considered = isConsidered(rule.logsource, unjudged.event.classification);
    return { ...unjudged, verdict: considered ? "no-match" : "not-considered", evidence: [], evidenceOmitted: 0 };
  };
}

function report(
  tested: readonly TestedEvent[],
  { looked, isComplete = true }: { readonly looked: number; readonly isComplete?: boolean },
): RuleTest {
  const isMatch = ({ verdict }: TestedEvent) => verdict === "match";
  const matches = tested.filter(isMatch);
  const results = [...matches, ...tested.filter((one) => !isMatch(one))].slice(0, maxTestResults);
  const resultsOmitted = tested.length - results.length;
  return { looked, matched: matches.length, results, resultsOmitted, isComplete, missing: [] };
}
