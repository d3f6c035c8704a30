import { createRuleSet, match } from "../engine/index.ts";
import { type RuleBook, type RuleEntry, rulesOfFilter } from "../rules/index.ts";
import type { Filter, Rule } from "../sigma/index.ts";
import { bug } from "../std/index.ts";
import { type Database, oldestDetection, selectDetections } from "../store/index.ts";
import { type Detection, readDetection } from "./detection.ts";
import { inSlices } from "./inSlices.ts";
import { findEvents, readStoredEvent } from "./storedEvent.ts";
import { type Disposition, dispositions } from "./triage.ts";
import { windows } from "./windows.ts";

/** What a filter would have hidden of the detections that are there. */
export interface FilterPreview {
  /** The rules that it is for. */
  readonly rules: readonly RuleEntry[];
  /** Detections whose events were looked at again, newest first. */
  readonly looked: number;
  readonly hidden: number;
  /** Detections whose event is past its retention: of these nothing can be said. */
  readonly withoutEvent: number;
  /** False: there are older detections than were looked at. */
  readonly isComplete: boolean;
  /** Rules that have something hidden, the most hidden first. */
  readonly byRule: readonly { readonly rule: RuleEntry; readonly looked: number; readonly hidden: number }[];
  /** Every disposition, in its order. */
  readonly byDisposition: readonly { readonly disposition: Disposition; readonly hidden: number }[];
  /** The newest that would be hidden. */
  readonly examples: readonly Detection[];
}

export interface PreviewRequest {
  readonly tenantId: number;
  readonly book: RuleBook;
  /** With the tenant's lists in place of its placeholders. */
  readonly filter: Filter;
  /** When the events happened. */
  readonly time: { readonly gte?: Date; readonly lt?: Date };
  readonly limit: number;
}

const maxExamples = 20;
/** So many at a time: their events' records are in memory together. */
const batchSize = 200;

/**
 * Looks at the stored detections of the rules that a filter is for, newest first, and asks of each one's event whether the
 * filter's condition holds. Where it does not, the detection would not be there. Detections of rules in TESTING count too.
 */
export async function previewFilter(database: Database, request: PreviewRequest, now: Date): Promise<FilterPreview> {
  const rules = rulesOfFilter(request.book, request.filter);
  const holds = conditionOf(request.filter);
  const judged: { readonly detection: Detection; readonly isHidden: boolean }[] = [];
  let looked = 0;
  let withoutEvent = 0;
  for await (const detections of detectionsOf(database, rules, request, now)) {
    const ids = [...new Set(detections.map(({ eventId }) => eventId))];
    const events = new Map((await findEvents(database, request.tenantId, ids)).map((event) => [event.id, event]));
    const there = detections.filter(({ eventId }) => events.has(eventId));
    judged.push(
      ...(await inSlices(there, (detection) => {
        const event = events.get(detection.eventId) ?? bug(`no event ${detection.eventId}`);
        return { detection, isHidden: !holds(readStoredEvent(event)) };
      })),
    );
    looked += detections.length;
    withoutEvent += detections.length - there.length;
  }
  const hidden = judged.filter(({ isHidden }) => isHidden).map(({ detection }) => detection);
  return {
    rules,
    looked,
    hidden: hidden.length,
    withoutEvent,
    isComplete: looked < request.limit,
    byRule: countByRule(rules, judged),
    byDisposition: dispositions.map((disposition) => ({
      disposition,
      hidden: hidden.filter((one) => one.disposition === disposition).length,
    })),
    examples: hidden.slice(0, maxExamples),
  };
}

/** The filter's condition as a rule for every event: a rule of its logsource has matched before. */
function conditionOf({ detection, span, title }: Filter): (event: Parameters<typeof match>[1]) => boolean {
  const lists = { related: [], references: [], falsePositives: [], fields: [], tags: [], scope: [], custom: new Map() };
  const rule: Rule = { kind: "rule", title, ...lists, logsource: { span }, detection, span };
  const ruleSet = createRuleSet([[0, rule]]);
  return (event) => match(ruleSet, event).length > 0;
}

async function* detectionsOf(
  { pool }: Database,
  rules: readonly RuleEntry[],
  { tenantId, time, limit }: PreviewRequest,
  now: Date,
): AsyncGenerator<readonly Detection[]> {
  if (rules.length === 0) return;
  const { gte: from, lt: to } = time;
  const predicate = { kind: "time", ...(from && { from }), ...(to && { to }) } as const;
  const wanted = { tenantId, ruleIds: rules.map(({ id }) => id), predicate, newestFirst: true };
  const oldest = await oldestDetection(pool);
  let left = limit;
  for (const { from: bottom, to: top } of windows({ limit, backward: false }, { now, oldest })) {
    for (let end = top, isMore = true; isMore && left > 0;) {
      const most = Math.min(left, batchSize);
      const window = { ...wanted, from: bottom, ...(end !== undefined && { to: end }), limit: most };
      const rows = await selectDetections(pool, window);
      yield rows.map(readDetection);
      left -= rows.length;
      end = rows.at(-1)?.id;
      isMore = rows.length === most;
    }
  }
}

function countByRule(
  rules: readonly RuleEntry[],
  judged: readonly { readonly detection: Detection; readonly isHidden: boolean }[],
): FilterPreview["byRule"] {
  const counts = new Map(rules.map((rule) => [rule.id, { rule, looked: 0, hidden: 0 }]));
  for (const { detection, isHidden } of judged) {
    const count = counts.get(detection.ruleId) ?? bug(`no rule ${detection.ruleId}`);
    count.looked += 1;
    count.hidden += Number(isHidden);
  }
  return [...counts.values()].filter(({ hidden }) => hidden > 0).toSorted((one, other) => other.hidden - one.hidden);
}
