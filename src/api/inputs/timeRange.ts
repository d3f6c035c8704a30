import type { Span } from "../../detection/index.ts";
import { builder } from "../builder.ts";
import { clientError } from "../errors.ts";
import type { InputOf } from "./comparators.ts";
import { readSpan } from "./times.ts";

export const TimeRangeInput = builder.inputType("TimeRange", {
  description: "A span of time, half open.",
  fields: (t) => ({
    from: t.field({ type: "DateTimeOrDuration", required: true, description: "From then on, such as `-P7D`." }),
    to: t.field({ type: "DateTimeOrDuration", description: "Before then; now if it is absent." }),
  }),
});

export function readRange({ from, to }: InputOf<typeof TimeRangeInput>, now: Date): Span {
  const { gte = now, lt = now } = readSpan({ gte: from, ...(to && { lt: to }) }, now);
  if (gte < lt) return { fromMs: gte.getTime(), toMs: lt.getTime() };
  throw clientError(
    "BAD_USER_INPUT",
    `range: it must begin before it ends, and ${gte.toISOString()} is not before ${lt.toISOString()}`,
  );
}
