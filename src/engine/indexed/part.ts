/**
 * A test with an estimate of what it costs, in nanoseconds, and of how often it holds where it is asked: of several the one that decides
 * soonest for its price is asked first. That tests are asked in another order than the rule has them changes no answer.
 */
export interface Part<Subject> {
  readonly holds: (subject: Subject) => boolean;
  readonly cost: number;
  /** From 0, never, to 1, always. */
  readonly chance: number;
}

/** Holds if every part holds, and there is one. */
export function every<Subject>(parts: readonly Part<Subject>[]): Part<Subject> {
  const ordered = inOrderForEvery(parts);
  const [first, second, third] = ordered.map(({ holds }) => holds);
  if (first === undefined) return { holds: () => false, cost: 0, chance: 0 };
  const estimate = inTurn(ordered, ({ chance }) => chance);
  if (second === undefined) return { holds: first, ...estimate };
  if (third === undefined) return { holds: (subject) => first(subject) && second(subject), ...estimate };
  const others = ordered.slice(2).map(({ holds }) => holds);
  return {
    holds(subject) {
      if (!first(subject) || !second(subject)) return false;
      for (const holds of others) if (!holds(subject)) return false;
      return true;
    },
    ...estimate,
  };
}

/** Holds if any part does. */
export function some<Subject>(parts: readonly Part<Subject>[]): Part<Subject> {
  const ordered = inOrderForSome(parts);
  const [first, second, third] = ordered.map(({ holds }) => holds);
  if (first === undefined) return { holds: () => false, cost: 0, chance: 0 };
  const { cost, chance } = inTurn(ordered, (part) => 1 - part.chance);
  const estimate = { cost, chance: 1 - chance };
  if (second === undefined) return { holds: first, ...estimate };
  if (third === undefined) return { holds: (subject) => first(subject) || second(subject), ...estimate };
  const others = ordered.slice(2).map(({ holds }) => holds);
  return {
    holds(subject) {
      if (first(subject) || second(subject)) return true;
      for (const holds of others) if (holds(subject)) return true;
      return false;
    },
    ...estimate,
  };
}

/** Holds if so many of the parts do, one at least. */
export function atLeast<Subject>(count: number, parts: readonly Part<Subject>[]): Part<Subject> {
  const wanted = Math.max(1, count);
  if (wanted === 1) return some(parts);
  if (wanted === parts.length) return every(parts);
  const tests = parts.map(({ holds }) => holds);
  return {
    holds(subject) {
      let held = 0;
      for (const holds of tests) if (holds(subject) && ++held === wanted) return true;
      return false;
    },
    cost: parts.reduce((sum, { cost }) => sum + cost, 0),
    chance: wanted > parts.length ? 0 : parts.reduce((least, { chance }) => Math.min(least, chance), 1),
  };
}

export const not = <Subject>({ holds, cost, chance }: Part<Subject>): Part<Subject> => ({
  holds: (subject) => !holds(subject),
  cost,
  chance: 1 - chance,
});

/** What fails soonest for its price first. */
export const inOrderForEvery = <Each extends Part<never>>(parts: readonly Each[]): readonly Each[] =>
  parts.toSorted((one, other) => one.cost * fails(other) - other.cost * fails(one));

/** What holds soonest for its price first. */
export const inOrderForSome = <Each extends Part<never>>(parts: readonly Each[]): readonly Each[] =>
  parts.toSorted((one, other) => one.cost * likely(other) - other.cost * likely(one));

/** Nothing is sure, so that what costs less goes first among what tells nothing. */
const fails = ({ chance }: Pick<Part<never>, "chance">): number => Math.max(0.001, 1 - chance);
const likely = ({ chance }: Pick<Part<never>, "chance">): number => Math.max(0.001, chance);

/** What asking one after the other costs, as long as each gives an answer of this chance, and the chance that all do. */
function inTurn<Subject>(parts: readonly Part<Subject>[], goesOn: (part: Part<Subject>) => number) {
  let [cost, chance] = [0, 1];
  for (const part of parts) {
    cost += chance * part.cost;
    chance *= goesOn(part);
  }
  return { cost, chance };
}
