import { groupBy } from "../../std/index.ts";
import { type Database, type EventKindSum, selectEventKindFields, selectEventKinds } from "../../store/index.ts";
import type { KindPresence, Presence } from "./kindPresence.ts";
import { dayOf, keptDays, otherKinds } from "./storeTally.ts";

const dayMs = 86_400_000;

/** What has come in the last so many days, today included; at most as many as are kept. */
export async function readPresence({ pool }: Database, tenantId: number, days: number, now: Date): Promise<Presence> {
  const from = dayOf(new Date(now.getTime() - (Math.min(days, keptDays) - 1) * dayMs));
  const span = { from, to: dayOf(now) };
  const rows = await selectEventKinds(pool, tenantId, span);
  const fields = groupBy(await selectEventKindFields(pool, tenantId, span), ({ kind }) => kind);
  return {
    kinds: rows.filter(({ kind }) => kind !== otherKinds).map((row) => presenceOfRow(row, fields.get(row.kind) ?? [])),
    otherEvents: rows.find(({ kind }) => kind === otherKinds)?.events ?? 0,
  };
}

function presenceOfRow(
  { product, categories, service, otherServices, code, events, sampled, weight, omitted }: EventKindSum,
  fields: readonly { readonly field: string; readonly weight: number }[],
): KindPresence {
  const kind = {
    ...(product !== null && { product }),
    categories,
    ...(service !== null && { service }),
    ...(otherServices.length > 0 && { otherServices }),
    ...(code !== null && { code }),
  };
  const carried = new Map(fields.map((one) => [one.field, one.weight]));
  return { kind, events, sampled, weight, fields: carried, omitted };
}
