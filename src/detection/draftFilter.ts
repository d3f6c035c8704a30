import { type RuleBook, ruleOf } from "../rules/index.ts";
import { printFilter } from "../sigma/index.ts";
import type { Database } from "../store/index.ts";
import { findDetections } from "./listDetections.ts";
import { findEvents, readStoredEvent } from "./storedEvent.ts";

/** A filter's text, or why there is none. */
export type FilterDraftResult =
  | { readonly yaml: string }
  | { readonly code: "NOT_FOUND" | "NO_EVENT" | "NO_VALUE" | "NO_REFERENCE"; readonly message: string };

export interface FilterDraftRequest {
  readonly tenantId: number;
  readonly book: RuleBook;
  readonly detectionId: string;
  readonly fields: readonly string[];
  /** The id that the filter gets. */
  readonly id: string;
}

/** A longer one would be too long with what stands before it. */
const maxTitle = 240;

/** Writes a filter that would have hidden a detection: for its rule, by what its event has in some fields. */
export async function draftFilter(
  database: Database,
  { tenantId, book, detectionId, fields, id }: FilterDraftRequest,
): Promise<FilterDraftResult> {
  const [detection] = await findDetections(database, tenantId, [detectionId]);
  if (!detection) return { code: "NOT_FOUND", message: "there is no such detection" };
  const [stored] = await findEvents(database, tenantId, [detection.eventId]);
  if (!stored) return { code: "NO_EVENT", message: "its event is past its retention: nobody knows what it had" };
  const event = readStoredEvent(stored);
  const asked = [...new Set(fields)].map((field) => ({ field, values: event.field(field) ?? [] }));
  const missing = asked.filter(({ values }) => values.length === 0).map(({ field }) => field);
  if (missing.length > 0 || asked.length === 0) {
    const message = `the event has no value in ${missing.join(", ") || "no field"}: name fields that it has`;
    return { code: "NO_VALUE", message };
  }
  const { document, title, identity } = ruleOf(book, detection.ruleId);
  const logsource = document && "logsource" in document ? document.logsource : {};
  const reference = document?.id ?? document?.name;
  if (reference === undefined) {
    return { code: "NO_REFERENCE", message: "the rule has neither an id nor a name that a filter could name it by" };
  }
  const yaml = printFilter({
    title: `Exception of ${title.length < maxTitle ? title : identity}`,
    id,
    description: `Hides events as that of the detection ${detectionId}, of the rule ${identity}.`,
    logsource,
    rules: [reference],
    fields: asked,
  });
  return { yaml };
}
