import type { Waiting } from "./waiting.ts";

/** Requests that wait for a transaction, by tenant: a transaction is of one. Tenants take turns. */
export interface Gathering {
  readonly add: (one: Waiting) => void;
  readonly isEmpty: () => boolean;
  /** Whether there is enough for a transaction of its own. */
  readonly isFull: () => boolean;
  /** The next tenant's requests, up to what a transaction takes; at least one. */
  readonly take: () => readonly Waiting[];
}

/** A transaction takes up to so many events and characters of their records; one request may have more. */
const mostEvents = 2_000;
const mostText = 8 * 2 ** 20;
/** More in one transaction would not make an event cheaper. */
const enoughEvents = 500;

export function createGathering(): Gathering {
  const byTenant = new Map<number, Waiting[]>();
  let events = 0;
  return {
    add: (one) => {
      const { tenantId } = one.request;
      const queue = byTenant.get(tenantId) ?? [];
      byTenant.set(tenantId, queue);
      queue.push(one);
      events += one.request.events.length;
    },
    isEmpty: () => byTenant.size === 0,
    isFull: () => events >= enoughEvents,
    take: () => {
      const [first] = byTenant;
      if (first === undefined) return [];
      const [tenantId, queue] = first;
      const taken = queue.splice(0, countOfGroup(queue));
      byTenant.delete(tenantId);
      if (queue.length > 0) byTenant.set(tenantId, queue);
      events -= taken.reduce((total, { request }) => total + request.events.length, 0);
      return taken;
    },
  };
}

/** How many of the first requests make a transaction. */
function countOfGroup(queue: readonly Waiting[]): number {
  let events = 0;
  let text = 0;
  const last = queue.findIndex(({ request }) => {
    events += request.events.length;
    text += request.events.reduce((total, { row }) => total + row.record.length, 0);
    return events > mostEvents || text > mostText;
  });
  return last === -1 ? queue.length : Math.max(1, last);
}
