import type { Classification } from "./event.ts";
import type { LogsourceRow } from "./logsourceRow.ts";
import { logsources } from "./logsources.ts";
import type { Origin } from "./shape.ts";

/** Looks up what an event is, by its log, else by its provider; of an unknown log only the product is known. */
export function classify(origin: Origin): Classification {
  const { product, code = "" } = origin;
  const found = rowOf(origin);
  if (found === undefined) return product === undefined ? { categories: [] } : { product, categories: [] };
  const ofCode = found.codes.get(code);
  if (ofCode === undefined) return found.classification;
  const ofAction = ofCode.actions.size > 0 ? ofCode.actions.get(origin.action?.() ?? "") : undefined;
  return ofAction ?? ofCode.classification;
}

/** Most logs are written as the table has them: those need no other case. */
const rowOf = (origin: Origin): Row | undefined =>
  origin.log === undefined
    ? byProvider.get(origin.provider?.toLowerCase() ?? "")
    : (byLog.get(origin.log) ?? byLog.get(origin.log.toLowerCase()));

/** Lets what the sender declares stand in place of what the record shows, one dimension at a time. */
export function pin(shown: Classification, declared: Partial<Classification> | undefined): Classification {
  if (declared === undefined) return shown;
  const { otherServices, ...rest } = shown;
  return { ...rest, ...(declared.service === undefined && otherServices && { otherServices }), ...declared };
}

/** A row of the table, its classifications made beforehand: events share them. */
interface Row {
  readonly classification: Classification;
  readonly codes: ReadonlyMap<string, { classification: Classification; actions: ReadonlyMap<string, Classification> }>;
}

function prepare({ product, service, otherServices, always = [], categories = {}, actions = {} }: LogsourceRow): Row {
  const of = (more: readonly string[]): Classification => ({
    ...(product !== undefined && { product }),
    ...(service !== undefined && { service }),
    ...(otherServices !== undefined && { otherServices }),
    categories: [...always, ...more],
  });
  const codes = Object.entries(categories).map(([code, ofCode]) => {
    const added = Object.entries(actions[code] ?? {});
    const classifications = new Map(added.map(([action, more]) => [action, of([...ofCode, ...more])]));
    return [code, { classification: of(ofCode), actions: classifications }] as const;
  });
  return { classification: of([]), codes: new Map(codes) };
}

/** Everything that the table can say of an event. */
export const classifications = (): readonly Classification[] =>
  rows.flatMap(({ row }) => [
    row.classification,
    ...[...row.codes.values()].flatMap((code) => [code.classification, ...code.actions.values()]),
  ]);

const rows = logsources.map((row) => ({ names: row, row: prepare(row) }));
const byLog = new Map(
  rows.flatMap(({ names, row }) => names.logs.flatMap((log) => [log, log.toLowerCase()].map((name) => [name, row]))),
);
const byProvider = new Map(
  rows.flatMap(({ names, row }) => (names.providers ?? []).map((provider) => [provider.toLowerCase(), row])),
);
