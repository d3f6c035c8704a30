/**
 * A fact that an index can look up: a text stands in a field, in this place. Texts are folded and have no halves of surrogate pairs.
 *
 * `equalsNumber` has a number's canonical decimal; `present` has no text: the field is there.
 */
export interface Atom {
  /** Undefined for a keyword: any value of the event. */
  readonly field: string | undefined;
  readonly kind: AtomKind;
  readonly text: string;
}

export type AtomKind = "equals" | "startswith" | "endswith" | "contains" | "equalsNumber" | "present";

/**
 * Facts of which one at least must hold for a rule to match: needed, not enough. Rules are looked up by theirs, and evaluated where one
 * holds; a rule without any must be evaluated for every event.
 */
export interface Anchor {
  readonly atoms: readonly Atom[];
  /** What it is expected to cost: how often one of the atoms holds for an event of the rule's logsource, 1 being always. */
  readonly cost: number;
}

/** The better of two needed sets. */
export const cheaper = (one: Anchor | undefined, other: Anchor | undefined): Anchor | undefined =>
  one === undefined || (other !== undefined && other.cost < one.cost) ? other : one;

/** One of the parts holds: all their atoms together, if each has some. */
export function eitherOf(parts: readonly (Anchor | undefined)[]): Anchor | undefined {
  const atoms: Atom[] = [];
  let cost = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    atoms.push(...part.atoms);
    cost += part.cost;
  }
  return parts.length === 0 ? undefined : { atoms, cost };
}
