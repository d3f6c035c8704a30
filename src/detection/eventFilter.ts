import { type EventCondition, type EventTextColumn, maxFutureMs, uuidFloor } from "../store/index.ts";
import type { OptionalText, TimeSpan } from "./filter.ts";
import { chosen, unwanted } from "./choice.ts";

/** Which events are wanted. All that is given must hold; what is not given does not matter. */
export interface EventFilter {
  /** What the event is, in any letter case. */
  readonly classification?: { readonly product?: string; readonly category?: string; readonly service?: string };
  readonly host?: OptionalText;
  readonly user?: OptionalText;
  readonly sourceAddress?: OptionalText;
  /** When it happened. */
  readonly time?: TimeSpan;
  /** When it arrived. */
  readonly receivedAt?: TimeSpan;
  /** Whether it caused detections, those of rules on trial apart. */
  readonly hasDetections?: boolean;
}

const textColumns = ["host", "user", "sourceAddress"] as const satisfies readonly EventTextColumn[];

/** What of a filter is asked of each event. */
export function eventConditions(filter: EventFilter): EventCondition[] {
  const { classification = {}, time, hasDetections } = filter;
  return [
    ...(["product", "category", "service"] as const).flatMap((kind) => {
      const word = classification[kind];
      return word === undefined ? [] : [{ kind, lowerCase: word.toLowerCase() }];
    }),
    ...textColumns.flatMap((column) => textConditions(column, filter[column] ?? {})),
    ...(time ? [{ kind: "time", ...(time.gte && { from: time.gte }), ...(time.lt && { to: time.lt }) } as const] : []),
    ...(hasDetections === false ? [{ kind: "noDetections" } as const] : []),
  ];
}

function textConditions(column: EventTextColumn, filter: OptionalText): EventCondition[] {
  const [wanted, excluded] = [chosen(filter), unwanted(filter)];
  return [
    ...(wanted ? [{ kind: "text", column, in: wanted, isNot: false } as const] : []),
    ...(excluded.length > 0 ? [{ kind: "text", column, in: excluded, isNot: true } as const] : []),
    ...(filter.isNull === undefined ? [] : [{ kind: "absent", column, isNot: !filter.isNull } as const]),
  ];
}

/** The ids that a filter leaves, `from <= id < to`: by arrival, and no event happens more than an hour after its arrival. */
export function eventBounds({ time, receivedAt }: EventFilter): { readonly from?: string; readonly to?: string } {
  const floors = [receivedAt?.gte?.getTime(), time?.gte && time.gte.getTime() - maxFutureMs].filter(
    (ms) => ms !== undefined,
  );
  return {
    ...(floors.length > 0 && { from: floorOf(Math.max(...floors)) }),
    ...(receivedAt?.lt && { to: floorOf(receivedAt.lt.getTime()) }),
  };
}

/** Ids begin in 1970. */
const floorOf = (ms: number): string => uuidFloor(Math.max(0, ms));
