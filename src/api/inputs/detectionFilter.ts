import type { DetectionFilter } from "../../detection/index.ts";
import { type Present, dropNulls } from "../absent.ts";
import { builder } from "../builder.ts";
import { clientError } from "../errors.ts";
import { readText } from "../ids.ts";
import { limits } from "../limits.ts";
import {
  AttackInput,
  DetectionStatusComparator,
  DispositionComparator,
  type InputOf,
  LogsourceInput,
  OptionalStringComparator,
  RuleStateComparator,
  RuleStatusComparator,
  SeverityComparator,
  StringComparator,
  TextComparator,
  TimeComparator,
} from "./comparators.ts";
import { readSpan } from "./times.ts";

interface Shape {
  and?: Shape[] | null | undefined;
  or?: Shape[] | null | undefined;
  not?: Shape | null | undefined;
  attack?: InputOf<typeof AttackInput> | null | undefined;
  severity?: InputOf<typeof SeverityComparator> | null | undefined;
  status?: InputOf<typeof DetectionStatusComparator> | null | undefined;
  disposition?: InputOf<typeof DispositionComparator> | null | undefined;
  rule?: InputOf<typeof StringComparator> | null | undefined;
  title?: InputOf<typeof TextComparator> | null | undefined;
  ruleStatus?: InputOf<typeof RuleStatusComparator> | null | undefined;
  ruleState?: InputOf<typeof RuleStateComparator> | null | undefined;
  logsource?: InputOf<typeof LogsourceInput> | null | undefined;
  host?: InputOf<typeof OptionalStringComparator> | null | undefined;
  user?: InputOf<typeof OptionalStringComparator> | null | undefined;
  sourceAddress?: InputOf<typeof OptionalStringComparator> | null | undefined;
  assignee?: InputOf<typeof OptionalStringComparator> | null | undefined;
  time?: InputOf<typeof TimeComparator> | null | undefined;
  detectedAt?: InputOf<typeof TimeComparator> | null | undefined;
}

export const DetectionFilterInput = builder.inputRef<Shape>("DetectionFilter").implement({
  description: "Which detections are wanted. All that is given must hold; null is the same as absent.",
  fields: (t) => ({
    and: t.field({ type: [DetectionFilterInput], description: "All of them hold." }),
    or: t.field({ type: [DetectionFilterInput], description: "One of them holds at least." }),
    not: t.field({ type: DetectionFilterInput, description: "It does not hold." }),
    attack: t.field({ type: AttackInput, description: "By the tags that the rule has now." }),
    severity: t.field({ type: SeverityComparator, description: "As frozen on the detection." }),
    status: t.field({ type: DetectionStatusComparator, description: "Where the work stands now." }),
    disposition: t.field({ type: DispositionComparator, description: "What it turned out to be." }),
    rule: t.field({ type: StringComparator, description: "The rule's `id`." }),
    title: t.field({ type: TextComparator, description: "The title that the rule has now." }),
    ruleStatus: t.field({
      type: RuleStatusComparator,
      description: "How mature the rule is now, overrides included.",
    }),
    ruleState: t.field({ type: RuleStateComparator, description: "The state that the rule has now." }),
    logsource: t.field({ type: LogsourceInput, description: "As the rule has it now." }),
    host: t.field({ type: OptionalStringComparator, description: "The event's host." }),
    user: t.field({ type: OptionalStringComparator, description: "The event's user." }),
    sourceAddress: t.field({ type: OptionalStringComparator, description: "Where the event's action came from." }),
    assignee: t.field({ type: OptionalStringComparator, description: "Who works on it." }),
    time: t.field({ type: TimeComparator, description: "When the event happened." }),
    detectedAt: t.field({ type: TimeComparator, description: "When the event arrived." }),
  }),
});

/** Nulls become absence, times relative to now become instants, and lists that no query should carry are refused. */
export function readDetectionFilter(input: Shape | null | undefined, now: Date): DetectionFilter {
  const filter: Present<Shape> = dropNulls(input ?? {});
  checkFilter(filter);
  return withTimes(filter, now);
}

function withTimes({ and, or, not, time, detectedAt, ...rest }: Present<Shape>, now: Date): DetectionFilter {
  return {
    ...rest,
    ...(and && { and: and.map((part) => withTimes(part, now)) }),
    ...(or && { or: or.map((part) => withTimes(part, now)) }),
    ...(not && { not: withTimes(not, now) }),
    ...(time && { time: readSpan(time, now) }),
    ...(detectedAt && { detectedAt: readSpan(detectedAt, now) }),
  };
}

/** Refuses filters that no query should carry: one list, all lists together, or all parts of them too long. */
export function checkFilter(filter: object): void {
  checkPart(filter, "filter", { left: limits.filterSize });
}

function checkPart(value: unknown, path: string, parts: { left: number }): void {
  if (typeof value === "string") readText(value, path);
  if (typeof value !== "object" || value === null || value instanceof Date) return;
  if (Array.isArray(value) && value.length > limits.listLength) {
    throw clientError(
      "BAD_USER_INPUT",
      `${path} has ${value.length} entries, at most ${limits.listLength} are allowed`,
    );
  }
  for (const [key, part] of Object.entries(value)) {
    if (--parts.left < 0) {
      throw clientError("BAD_USER_INPUT", `the filter has more than ${limits.filterSize} parts: ask for less at once`);
    }
    checkPart(part, `${path}.${key}`, parts);
  }
}
