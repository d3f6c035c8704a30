import type { CountCondition, DetectionPredicate } from "../../store/index.ts";
import type { ResolvedFilter } from "../resolveFilter.ts";
import type { Span } from "./slots.ts";

/** A filter that roll-ups can answer: it says something of what they tell apart, and of time. */
export interface RollableFilter {
  readonly where: CountCondition;
  readonly span: Span;
}

/**
 * Reads a filter as a question to the roll-ups.
 *
 * @param span what the answer is wanted for; a filter by time narrows it
 * @returns undefined if the filter says something else: then detections are counted where they lie
 */
export function readRollable({ ruleIds, predicate }: ResolvedFilter, span: Span): RollableFilter | undefined {
  const start: Reading = { where: ruleIds ? { ruleId: ruleIds } : {}, span, withoutTests: false };
  const read = (predicate.kind === "and" ? predicate.operands : [predicate]).reduce<Reading | undefined>(
    (reading, part) => reading && narrow(reading, part),
    start,
  );
  return read?.withoutTests === true ? { where: read.where, span: read.span } : undefined;
}

interface Reading extends RollableFilter {
  /** The roll-ups have none. */
  readonly withoutTests: boolean;
}

function narrow(reading: Reading, part: DetectionPredicate): Reading | undefined {
  const { where, span } = reading;
  if (part.kind === "severity" || part.kind === "status" || part.kind === "disposition") {
    const before = where[part.kind];
    const values = before ? part.in.filter((value) => before.includes(value)) : part.in;
    return { ...reading, where: { ...where, [part.kind]: values } };
  }
  if (part.kind === "time") {
    const fromMs = Math.max(span.fromMs, part.from?.getTime() ?? -Infinity);
    const toMs = Math.min(span.toMs, part.to?.getTime() ?? Infinity);
    return { ...reading, span: { fromMs, toMs } };
  }
  return part.kind === "test" && !part.isTest ? { ...reading, withoutTests: true } : undefined;
}
