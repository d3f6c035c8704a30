import { severityRank } from "../rules/index.ts";
import type { Detection } from "./detection.ts";

/** The orders that detections can be listed in. */
export const detectionOrders = ["NEWEST", "OLDEST", "SEVERITY", "UPDATED"] as const;
export type DetectionOrder = (typeof detectionOrders)[number];

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const arrival = { of: ({ id }: Detection) => id, form: new RegExp(`^${uuid}$`) };

/** How a place in each order is written: what a page lies between. */
const places: Readonly<Record<DetectionOrder, { readonly of: (one: Detection) => string; readonly form: RegExp }>> = {
  NEWEST: arrival,
  OLDEST: arrival,
  SEVERITY: { of: ({ severity, id }) => `${severityRank(severity)}/${id}`, form: new RegExp(`^[0-4]/${uuid}$`) },
  UPDATED: { of: ({ lastChange }) => changePlace(lastChange), form: /^changed\/\d{1,18}$/ },
};

/** The place of a detection in an order. */
export const placeOf = (order: DetectionOrder, detection: Detection): string => places[order].of(detection);

/** Whether a text is a place in that order. */
export const isPlace = (order: DetectionOrder, text: string): boolean => places[order].form.test(text);

export const changePlace = (change: bigint): string => `changed/${change}`;

export const changeAt = (place: string): bigint => BigInt(place.slice("changed/".length));

/** The severity of a place in the order of severities, as a rank, and the id beyond it. */
export const severityPlace = (place: string) => ({ rank: Number(place.slice(0, 1)), id: place.slice(2) });
