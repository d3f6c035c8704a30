import { remember, type Scalar } from "../std/index.ts";
import type { DerivationTable } from "./derivation.ts";
import type { Fields } from "./fields.ts";
import type { Plan } from "./layout.ts";
import { PathFields } from "./pathFields.ts";
import type { Shape } from "./shape.ts";

/** How one field of an event is read from what its record has of its own. */
export interface Reader {
  values(own: Fields): readonly Scalar[] | undefined;
  first(own: Fields): Scalar | undefined;
}

/** How the fields of all events of one kind are read: each name is looked up once, the names of identity beforehand. */
export interface EventReaders {
  readonly derivations: DerivationTable;
  readonly field: (name: string) => Reader;
  readonly time: readonly Reader[];
  readonly host: readonly Reader[];
  readonly sourceAddress: readonly Reader[];
}

export type ReadersOf = (own: Fields) => EventReaders;

/** What gives the readers of a record of this shape. Records of one shape are laid out in one way, or in the few that it knows. */
export function compileReaders(shape: Shape, derivations: DerivationTable): ReadersOf {
  const byPlan = new Map<Plan | undefined, EventReaders>();
  return (own) => {
    const plan = own instanceof PathFields ? own.plan : undefined;
    const known = byPlan.get(plan);
    if (known !== undefined) return known;
    // The sources of a plan are asked of its own records alone.
    const made = readersOf(shape, derivations, plan?.sources ?? byName);
    byPlan.set(plan, made);
    return made;
  };
}

function readersOf(shape: Shape, derivations: DerivationTable, ownReader: (name: string) => Reader): EventReaders {
  const field = remember((name): Reader => {
    const derive = derivations.byName.get(name);
    return derive === undefined ? ownReader(name) : { values: derive, first: (own) => derive(own)?.[0] };
  });
  const [time, host, sourceAddress] = [shape.time, shape.host, shape.sourceAddress].map((names) => names.map(field));
  return { derivations, field, time: time ?? [], host: host ?? [], sourceAddress: sourceAddress ?? [] };
}

const byName = (name: string): Reader => ({
  values: (own) => own.field(name),
  first: (own) => own.field(name)?.[0],
});
