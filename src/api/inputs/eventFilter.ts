import type { EventFilter } from "../../detection/index.ts";
import { dropNulls } from "../absent.ts";
import { builder } from "../builder.ts";
import { dimensions } from "../dimensions.ts";
import { type InputOf, OptionalStringComparator, TimeComparator } from "./comparators.ts";
import { checkFilter } from "./detectionFilter.ts";
import { readSpan } from "./times.ts";

const ClassificationFilter = builder.inputType("ClassificationFilter", {
  description: "What an event is, in any letter case. All that is given must hold.",
  fields: (t) => ({
    product: t.string({ description: dimensions.product }),
    category: t.string({ description: "One of its categories." }),
    service: t.string({ description: "Its service, or one of the others that it belongs to." }),
  }),
});

export const EventFilterInput = builder.inputType("EventFilter", {
  description: "Which events are wanted. All that is given must hold; null is the same as absent.",
  fields: (t) => ({
    classification: t.field({ type: ClassificationFilter, description: "What it is." }),
    host: t.field({ type: OptionalStringComparator, description: "The host that it is about." }),
    user: t.field({ type: OptionalStringComparator, description: "The user that it is about." }),
    sourceAddress: t.field({ type: OptionalStringComparator, description: "Where what was done came from." }),
    time: t.field({ type: TimeComparator, description: "When it happened." }),
    receivedAt: t.field({ type: TimeComparator, description: "When it arrived." }),
    hasDetections: t.boolean({
      description: "Whether it caused detections. Those of rules in state TESTING do not count.",
    }),
  }),
});

export function readEventFilter(input: InputOf<typeof EventFilterInput> | null | undefined, now: Date): EventFilter {
  const filter = dropNulls(input ?? {});
  checkFilter(filter);
  const { time, receivedAt, ...rest } = filter;
  return {
    ...rest,
    ...(time && { time: readSpan(time, now) }),
    ...(receivedAt && { receivedAt: readSpan(receivedAt, now) }),
  };
}
