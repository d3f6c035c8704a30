import type { Event } from "../../src/event/index.ts";
import type { Scalar } from "../../src/std/index.ts";

export type Fields = Readonly<Record<string, Scalar | readonly Scalar[]>>;

interface More extends Partial<Event> {
  /** Other names that lead to a field. */
  readonly aliases?: ReadonlyMap<string, string>;
}

/** An event of these fields and nothing else: no classification, no time. */
export function makeEvent(fields: Fields, { aliases = new Map(), ...more }: More = {}): Event {
  const lists = new Map(Object.entries(fields).map(([name, value]) => [name, listOf(value)] as const));
  return {
    field: (name) => lists.get(name) ?? lists.get(aliases.get(name) ?? name),
    names: () => [...lists.keys()],
    ownNames: () => [...lists.keys()],
    eachValue: (visit) => [...lists.values()].flat().forEach(visit),
    isParent: (name) => [...lists.keys(), ...aliases.keys()].some((path) => path.startsWith(`${name}.`)),
    classification: { categories: [] },
    code: undefined,
    timeMs: undefined,
    host: undefined,
    user: undefined,
    sourceAddress: undefined,
    ...more,
  };
}

const listOf = (value: Scalar | readonly Scalar[]): readonly Scalar[] =>
  typeof value === "object" && value !== null ? value : [value];
