import type { Event } from "../../src/event/index.ts";
import type { Scalar } from "../../src/std/index.ts";

export type Fields = Readonly<Record<string, Scalar | readonly Scalar[]>>;

/** An event of these fields and nothing else: no classification, no time. */
export function makeEvent(fields: Fields, more: Partial<Event> = {}): Event {
  const lists = Object.entries(fields).map(([name, value]) => [name, listOf(value)] as const);
  return { fields: new Map(lists), aliases: new Map(), classification: { categories: [] }, ...more };
}

const listOf = (value: Scalar | readonly Scalar[]): readonly Scalar[] =>
  typeof value === "object" && value !== null ? value : [value];
