export type { CostShares } from "./costLedger.ts";
export { createMatcher, defaultThreads, type MatcherOptions } from "./createMatcher.ts";
export type { MatchableRecord, MatchedEvent } from "./evaluate.ts";
export type { Matcher } from "./matcher.ts";
export { MatchingFailure } from "./matchingFailure.ts";
