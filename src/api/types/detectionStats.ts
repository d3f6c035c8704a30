import { type DetectionStats, fittingInterval, slotCount } from "../../detection/index.ts";
import { builder } from "../builder.ts";
import { clientError } from "../errors.ts";
import { limits } from "../limits.ts";
import {
  DetectionStatusCountRef,
  DispositionCountRef,
  LogsourceCountRef,
  RuleCountRef,
  SeverityCountRef,
  TacticCountRef,
  TechniqueCountRef,
  ValueCountRef,
} from "./detectionCounts.ts";
import { HistogramIntervalEnum, HistogramRef, HistogramSplitEnum } from "./histogram.ts";
import { TriageTimeRef } from "./triageTime.ts";

export const DetectionStatsRef = builder.objectRef<DetectionStats>("DetectionStats");

const defaultTop = 10;

/** How many of a list are wanted. */
function readTop(first: number | null | undefined, most: number): number {
  const wanted = first ?? defaultTop;
  if (wanted >= 0 && wanted <= most) return wanted;
  throw clientError("BAD_USER_INPUT", `${wanted} is outside of 0 to ${most}`);
}

DetectionStatsRef.implement({
  description:
    "Figures of detections by the time of their events. Each is computed only if it is asked for, and all of one request are of the same moment.",
  fields: (t) => ({
    from: t.field({
      type: "DateTime",
      description: "Where the span begins.",
      resolve: ({ span }) => new Date(span.fromMs),
    }),
    to: t.field({
      type: "DateTime",
      description: "Where it ends: what happened then is not in it.",
      resolve: ({ span }) => new Date(span.toMs),
    }),
    total: t.int({ description: "How many detections.", complexity: 20, resolve: (stats) => stats.total() }),
    totalChange: t.float({
      nullable: true,
      description:
        "By which part of the previous total it is more, or less where it is negative: 0.5 is half as many again. Null if there was none before.",
      complexity: 40,
      resolve: async (stats) => {
        const [now, before] = await Promise.all([stats.total(), stats.previous().total()]);
        return before === 0 ? null : (now - before) / before;
      },
    }),
    previous: t.field({
      type: DetectionStatsRef,
      description: "The same for the span of the same length before.",
      resolve: (stats) => stats.previous(),
    }),
  }),
});

builder.objectFields(DetectionStatsRef, (t) => ({
  histogram: t.field({
    type: HistogramRef,
    description: `Detections over time; at most ${limits.histogramSlots} slots.`,
    args: {
      interval: t.arg({ type: HistogramIntervalEnum, description: "If it is absent, the shortest that fits a chart." }),
      by: t.arg({ type: HistogramSplitEnum, defaultValue: "NONE", description: "What its series are of." }),
      top: t.arg.int({
        defaultValue: defaultTop,
        description: `By RULE: so many rules by themselves, those with the most detections; at most ${limits.histogramRules}.`,
      }),
    },
    complexity: 200,
    resolve: async (stats, { interval: wanted, by, top }) => {
      const interval = wanted ?? fittingInterval(stats.span);
      const count = slotCount(stats.span, interval);
      if (count > limits.histogramSlots) {
        throw clientError(
          "BAD_USER_INPUT",
          `interval: ${interval} makes ${count} slots of this range, at most ${limits.histogramSlots} are allowed: take a longer one, or a shorter range`,
        );
      }
      const split = by ?? "NONE";
      return { interval, ...(await stats.histogram({ interval, split, top: readTop(top, limits.histogramRules) })) };
    },
  }),
}));

builder.objectFields(DetectionStatsRef, (t) => ({
  bySeverity: t.field({
    type: [SeverityCountRef],
    description: "By severity as frozen on the detections, all of them, lowest first.",
    complexity: 20,
    resolve: async (stats) => [...(await stats.bySeverity())],
  }),
  byStatus: t.field({
    type: [DetectionStatusCountRef],
    description: "By where they stand now, all of them.",
    complexity: 20,
    resolve: async (stats) => [...(await stats.byStatus())],
  }),
  byDisposition: t.field({
    type: [DispositionCountRef],
    description: "By what they turned out to be, all of them.",
    complexity: 20,
    resolve: async (stats) => [...(await stats.byDisposition())],
  }),
  timeToAcknowledge: t.field({
    type: TriageTimeRef,
    description: "Until their status first was another than NEW.",
    complexity: 50,
    resolve: async (stats) => {
      const { acknowledged: count, acknowledgeMean: mean, acknowledgeMedian: median } = await stats.triageTimes();
      return { count, mean, median };
    },
  }),
  timeToClose: t.field({
    type: TriageTimeRef,
    description: "Until their status first was CLOSED.",
    complexity: 50,
    resolve: async (stats) => {
      const { closed: count, closeMean: mean, closeMedian: median } = await stats.triageTimes();
      return { count, mean, median };
    },
  }),
}));

const first = { defaultValue: defaultTop, description: `So many, at most ${limits.pageSize}.` } as const;
const listed = (args: { readonly first?: number | null | undefined }) => ({
  field: 20,
  multiplier: args.first ?? defaultTop,
});

builder.objectFields(DetectionStatsRef, (t) => ({
  byTactic: t.field({
    type: [TacticCountRef],
    description:
      "By the tactics that rules have now, all of them, in the order of the matrix. A detection whose rule has several counts for each.",
    complexity: { field: 20, multiplier: 15 },
    resolve: async (stats) => [...(await stats.byTactic())],
  }),
  byTechnique: t.field({
    type: [TechniqueCountRef],
    description:
      "By the techniques that rules have now, those that have detections, the most frequent first. A detection whose rule has several counts for each.",
    args: {
      rollUp: t.arg.boolean({
        defaultValue: false,
        description: "Whether sub-techniques count for their technique, instead of for themselves.",
      }),
    },
    complexity: { field: 20, multiplier: 100 },
    resolve: async (stats, { rollUp }) => [...(await stats.byTechnique(rollUp ?? false))],
  }),
  byRule: t.field({
    type: [RuleCountRef],
    description: "The rules with the most detections, deleted ones too.",
    args: { first: t.arg.int(first) },
    complexity: listed,
    resolve: async (stats, args) => (await stats.byRule()).slice(0, readTop(args.first, limits.pageSize)),
  }),
  byLogsource: t.field({
    type: [LogsourceCountRef],
    description: "By the logsource of their rules, the most frequent first.",
    complexity: { field: 20, multiplier: 20 },
    resolve: async (stats) => [...(await stats.byLogsource())],
  }),
  topHosts: t.field({
    type: [ValueCountRef],
    description: "The hosts with the most detections.",
    args: { first: t.arg.int(first) },
    complexity: listed,
    resolve: async (stats, args) => [...(await stats.topEntities("host", readTop(args.first, limits.pageSize)))],
  }),
  topUsers: t.field({
    type: [ValueCountRef],
    description: "The users with the most detections.",
    args: { first: t.arg.int(first) },
    complexity: listed,
    resolve: async (stats, args) => [...(await stats.topEntities("user", readTop(args.first, limits.pageSize)))],
  }),
  topSourceAddresses: t.field({
    type: [ValueCountRef],
    description: "The source addresses with the most detections.",
    args: { first: t.arg.int(first) },
    complexity: listed,
    resolve: async (stats, args) => [
      ...(await stats.topEntities("sourceAddress", readTop(args.first, limits.pageSize))),
    ],
  }),
}));
