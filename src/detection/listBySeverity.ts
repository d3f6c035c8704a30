import { severities } from "../rules/index.ts";
import type { DetectionRow } from "../store/index.ts";
import { type Detection, readDetection } from "./detection.ts";
import { type DetectionList, readByArrival } from "./listByArrival.ts";
import { severityPlace } from "./order.ts";
import { type Page, type PageRequest, pageOf } from "./page.ts";

/**
 * A page of detections, the worst first, each severity newest first. One severity is read after the other, each by its index:
 * together they would have to be sorted, all of them.
 */
export async function listBySeverity(list: DetectionList, page: PageRequest): Promise<Page<Detection>> {
  const rows: DetectionRow[] = [];
  for (const { rank, ...part } of parts(page)) {
    const wanted = page.limit + 1 - rows.length;
    if (wanted > 0) rows.push(...(await readByArrival(ofSeverity(list, rank), { ...part, limit: wanted })));
  }
  return pageOf(rows.map(readDetection), page);
}

/** The stretches of a page by severity, in the direction in which it is read. */
function parts({ after, before, backward }: PageRequest) {
  const [start, end] = [after && severityPlace(after), before && severityPlace(before)];
  const highest = start ? start.rank : severities.length - 1;
  const lowest = end ? end.rank : 0;
  const ranks = severities.map((_, rank) => rank).filter((rank) => rank >= lowest && rank <= highest);
  return (backward ? ranks : ranks.toReversed()).map((rank) => ({
    rank,
    backward,
    ...(start && start.rank === rank && { after: start.id }),
    ...(end && end.rank === rank && { before: end.id }),
  }));
}

const ofSeverity = (list: DetectionList, rank: number): DetectionList => {
  const { predicate } = list.selection;
  const operands = [{ kind: "severity", in: [rank] } as const, predicate];
  return { ...list, selection: { ...list.selection, predicate: { kind: "and", operands } } };
};
