import type { Histogram, Interval, Series, Slot, Split } from "../../detection/index.ts";
import { builder } from "../builder.ts";
import { DetectionStatusEnum, SeverityEnum } from "../enums.ts";
import { limits } from "../limits.ts";
import { RuleRef } from "./rule.ts";
import { TacticRef } from "./tactic.ts";

export const HistogramIntervalEnum = builder.enumType("HistogramInterval", {
  description:
    "How long the slots of a histogram are. Days, weeks (from Monday) and months are those of the time zone.",
  values: {
    PT1M: { description: "A minute." },
    PT5M: { description: "Five minutes." },
    PT15M: { description: "A quarter of an hour." },
    PT1H: { description: "An hour." },
    PT6H: { description: "Six hours." },
    P1D: { description: "A day." },
    P1W: { description: "A week." },
    P1M: { description: "A month." },
  } satisfies Record<Interval, object>,
});

export const HistogramSplitEnum = builder.enumType("HistogramSplit", {
  description: "What a histogram is split by.",
  values: {
    NONE: { description: "It is not split." },
    SEVERITY: { description: "By severity as frozen on the detections." },
    STATUS: { description: "By where they stand now." },
    TACTIC: { description: "By the tactics that their rules have now." },
    RULE: { description: "By rule; those that are not among the top come together." },
  } satisfies Record<Split, object>,
});

const SlotRef = builder.objectRef<Slot>("HistogramSlot").implement({
  description:
    "One slot of a histogram. The first and the last are shorter where the range begins or ends in the middle of one.",
  fields: (t) => ({
    from: t.field({ type: "DateTime", description: "Where it begins.", resolve: ({ fromMs }) => new Date(fromMs) }),
    to: t.field({
      type: "DateTime",
      description: "Where it ends: what happened then is not in it.",
      resolve: ({ toMs }) => new Date(toMs),
    }),
    total: t.exposeInt("total", { description: "Detections in it." }),
  }),
});

const SeriesRef = builder.objectRef<Series>("HistogramSeries").implement({
  description: "One part of a histogram that is split: what it is of is not null, all else is.",
  fields: (t) => ({
    severity: t.field({
      type: SeverityEnum,
      nullable: true,
      description: "What it is of, if split by SEVERITY.",
      resolve: ({ severity }) => severity ?? null,
    }),
    status: t.field({
      type: DetectionStatusEnum,
      nullable: true,
      description: "What it is of, if split by STATUS.",
      resolve: ({ status }) => status ?? null,
    }),
    tactic: t.field({
      type: TacticRef,
      nullable: true,
      description: "What it is of, if split by TACTIC.",
      resolve: ({ tactic }) => tactic ?? null,
    }),
    rule: t.field({
      type: RuleRef,
      nullable: true,
      description: "Null too for all rules together that are not among the top.",
      resolve: ({ rule }) => rule ?? null,
    }),
    total: t.exposeInt("total", { description: "Detections in all slots." }),
    counts: t.intList({
      description: "Detections in each slot, in their order.",
      resolve: ({ counts }) => [...counts],
    }),
  }),
});

export interface TimedHistogram extends Histogram {
  readonly interval: Interval;
}

export const HistogramRef = builder.objectRef<TimedHistogram>("Histogram").implement({
  description: "Detections over time. What has none has zeros.",
  fields: (t) => ({
    interval: t.expose("interval", { type: HistogramIntervalEnum, description: "What was asked for, or what fits." }),
    slots: t.field({
      type: [SlotRef],
      description: `In the order of time, at most ${limits.histogramSlots}.`,
      resolve: ({ slots }) => [...slots],
    }),
    series: t.field({
      type: [SeriesRef],
      description:
        "The parts that it is split in; none if it is not split. A detection whose rule has several tactics is in the series of each.",
      resolve: ({ series }) => [...series],
    }),
  }),
});
