import { StoreFailure } from "../storeFailure.ts";
import type { RetentionRun } from "./applyRetention.ts";

/** What a run did, in a line; undefined if there was nothing to do. */
export function printRun({ dropped, forgotten }: RetentionRun): string | undefined {
  const { clientIds, activities, auditEntries, eventKinds } = forgotten;
  const rows = [
    `${clientIds} senders' event ids`,
    `${activities} activities of detections`,
    `${auditEntries} audit entries`,
    `${eventKinds} counts of kinds of events`,
  ].filter((text) => !text.startsWith("0 "));
  const parts = [
    ...(dropped.length > 0 ? [`dropped ${dropped.join(", ")}`] : []),
    ...(rows.length > 0 ? [`forgot ${rows.join(", ")}`] : []),
  ];
  return parts.length > 0 ? `retention: ${parts.join("; ")}` : undefined;
}

/** What hindered a run. */
export function retentionFailure(failures: readonly unknown[]): StoreFailure {
  const reasons = failures.map((failure) => (failure instanceof Error ? failure.message : String(failure)));
  return new StoreFailure(
    `Days that are past their retention could not be dropped: ${reasons.join("; ")}. This is tried again every minute; ` +
      "a transaction that has read them and does not end, or a view on them, may stand in the way.",
    { cause: failures[0] },
  );
}
