import type { Tactic, Technique } from "../../attack/index.ts";
import { detectionStats, fittingInterval, listDetections, utc } from "../../detection/index.ts";
import { builder } from "../builder.ts";
import type { ApiContext } from "../context.ts";
import { clientError } from "../errors.ts";
import type { InputOf } from "../inputs/comparators.ts";
import { readRange, TimeRangeInput } from "../inputs/timeRange.ts";
import { limits } from "../limits.ts";
import { DetectionRef } from "./detectionRef.ts";
import { HistogramRef } from "./histogram.ts";
import { TacticRef } from "./tactic.ts";
import { TechniqueRef } from "./technique.ts";

type Given = InputOf<typeof TimeRangeInput>;

const withSubTechniques =
  "A technique's include those of its sub-techniques; those of rules in state TESTING are left out.";
const defaultNewest = 10;

const filterOf = ({ id }: Technique | Tactic) => ({ attack: { any: [id] } });

const countOf = async ({ id }: Technique | Tactic, range: Given, { loaders, askedAt }: ApiContext): Promise<number> =>
  (await loaders.attackCounts.load(readRange(range, askedAt))).get(id) ?? 0;

async function newestOf(node: Technique | Tactic, first: number, { rooms, principal, book }: ApiContext) {
  if (first < 0 || first > limits.pageSize) {
    throw clientError("BAD_USER_INPUT", `first is 0 to ${limits.pageSize}: ${first} is outside`);
  }
  const query = { tenantId: principal.tenantId, book, filter: filterOf(node), includeTests: false };
  const { items } = await listDetections(rooms.database, query, { limit: first, backward: false }, rooms.clock());
  return [...items];
}

async function trendOf(node: Technique | Tactic, range: Given, { rooms, principal, book, askedAt }: ApiContext) {
  const span = readRange(range, askedAt);
  const query = { tenantId: principal.tenantId, book, filter: filterOf(node), includeTests: false, span, zone: utc };
  const interval = fittingInterval(span);
  return { interval, ...(await detectionStats(rooms, query).histogram({ interval, split: "NONE", top: 0 })) };
}

for (const ref of [TechniqueRef, TacticRef]) {
  builder.objectFields(ref, (t) => {
    const range = t.arg({ type: TimeRangeInput, required: true, description: "When the events happened." });
    return {
      detectionCount: t.int({
        description: `How many detections of the range it has. ${withSubTechniques}`,
        args: { range },
        resolve: (node, { range }, context) => countOf(node, range, context),
      }),
      detections: t.field({
        type: [DetectionRef],
        description: `The newest ones. ${withSubTechniques} Query.detections has pages of them.`,
        args: { first: t.arg.int({ defaultValue: defaultNewest, description: `At most ${limits.pageSize}.` }) },
        complexity: ({ first }) => ({ field: 50, multiplier: first ?? defaultNewest }),
        resolve: (node, { first }, context) => newestOf(node, first ?? defaultNewest, context),
      }),
      trend: t.field({
        type: HistogramRef,
        description: `Its detections over time, in UTC. ${withSubTechniques}`,
        args: { range },
        complexity: 200,
        resolve: (node, { range }, context) => trendOf(node, range, context),
      }),
    };
  });
}
