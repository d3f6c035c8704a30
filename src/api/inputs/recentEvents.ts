import type { TestGround } from "../../detection/index.ts";
import { builder } from "../builder.ts";
import { clientError } from "../errors.ts";
import { limits } from "../limits.ts";
import type { InputOf } from "./comparators.ts";

const defaultLimit = 1_000;
/** A year: older events are seldom kept. */
const mostHours = 8_784;
const hourMs = 3_600_000;

export const RecentEventsInput = builder.inputType("RecentEventsInput", {
  description: "The newest stored events that a rule's logsource is about, by arrival.",
  fields: (t) => ({
    hours: t.int({ required: true, description: `Those of the last so many hours, at most ${mostHours}.` }),
    limit: t.int({ defaultValue: defaultLimit, description: `So many at most, up to ${limits.testEvents}.` }),
  }),
});

export function readRecent({ hours, limit }: InputOf<typeof RecentEventsInput>, now: Date): TestGround {
  return {
    kind: "recent",
    since: new Date(now.getTime() - within(hours, "hours", mostHours) * hourMs),
    limit: within(limit ?? defaultLimit, "limit", limits.testEvents),
  };
}

/** A number from 1 to what is allowed. */
export function within(value: number, name: string, most: number): number {
  if (value >= 1 && value <= most) return value;
  throw clientError("BAD_USER_INPUT", `${name}: ${value} is outside of 1 to ${most}`);
}
