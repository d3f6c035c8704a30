import { hasLetterRun, type LetterRun, runOfLetters } from "./regexLetterRun.ts";
import type { RegexTree } from "./regexTree.ts";

/** What a text must have for a regular expression to match it: needed, not enough. */
export interface RegexNeeds {
  /** In UTF-16 units. */
  readonly minLength: number;
  /** Of each group one literal at least must stand in the text, whose case is folded as the literals' is. At most three groups. */
  readonly literals: readonly (readonly string[])[];
  /** So many of these letters must stand side by side. */
  readonly run?: LetterRun;
}

/** What is known of the texts that a part matches. */
interface Facts {
  readonly minLength: number;
  /** All of them, if they are few. */
  readonly exact?: readonly string[];
  /** Of each group one must stand in the text. */
  readonly groups: readonly (readonly string[])[];
  readonly run?: LetterRun;
}

const maxExact = 16;
/** A class of more letters than that tells nothing as a literal. */
const maxChoices = 8;
const maxGroup = 64;
const maxGroups = 3;
/** A longer literal tells no more, and costs. */
const maxLiteral = 64;

/** What every text has that the expression of this tree matches. */
export function needsOf(tree: RegexTree): RegexNeeds {
  const facts = factsOf(tree);
  const groups = new Map(groupsOf(facts).map((group) => [JSON.stringify(group), withoutLonger(group)]));
  const best = [...groups.values()].toSorted((one, other) => worth(other) - worth(one)).slice(0, maxGroups);
  return { minLength: facts.minLength, literals: best, ...(facts.run && { run: facts.run }) };
}

/** Whether a text has what is needed; `folded` is its text with the case folded. */
export const meetsNeeds = ({ minLength, literals, run }: RegexNeeds, folded: string): boolean =>
  folded.length >= minLength &&
  literals.every((group) => group.some((literal) => folded.includes(literal))) &&
  (run === undefined || hasLetterRun(run, folded));

function factsOf(tree: RegexTree): Facts {
  switch (tree.kind) {
    case "empty":
      return { minLength: 0, exact: [""], groups: [] };
    case "one":
      return { minLength: 1, ...(isFew(tree.letters) && { exact: tree.letters }), groups: [] };
    case "dot":
      return { minLength: 1, groups: [] };
    case "capture":
      return factsOf(tree.operand);
    case "sequence":
      return inSequence(tree.operands.map(factsOf));
    case "choice":
      return inChoice(tree.operands.map(factsOf));
    case "repeat": {
      const run = runOfLetters(tree.operand, tree.min);
      return { ...repeated(factsOf(tree.operand), tree.min, tree.max), ...(run && { run }) };
    }
  }
}

const isFew = (letters: readonly string[] | undefined): letters is readonly string[] =>
  letters !== undefined && letters.length <= maxChoices;

/** Literals that stand side by side are one. */
function inSequence(parts: readonly Facts[]): Facts {
  const groups: (readonly string[])[] = [];
  let run: readonly string[] = [""];
  let isExact = true;
  for (const part of parts) {
    const longer: readonly string[] | undefined = part.exact && product(run, part.exact);
    if (!longer) {
      isExact = false;
      groups.push(run, ...part.groups);
    }
    run = longer ?? part.exact ?? [""];
  }
  groups.push(run);
  const minLength = parts.reduce((sum, part) => sum + part.minLength, 0);
  if (isExact) return { minLength, exact: run, groups: [] };
  const longest = parts.flatMap((part) => part.run ?? []).toSorted((one, other) => other.length - one.length)[0];
  return { minLength, groups, ...(longest && { run: longest }) };
}

function product(heads: readonly string[], tails: readonly string[]): readonly string[] | undefined {
  if (heads.length * tails.length > maxExact) return undefined;
  const texts = heads.flatMap((head) => tails.map((tail) => head + tail));
  return texts.some((text) => text.length > maxLiteral) ? undefined : texts;
}

/** One of the parts: its best group, whichever it is. */
function inChoice(parts: readonly Facts[]): Facts {
  const minLength = Math.min(...parts.map((part) => part.minLength));
  const exact = parts.flatMap((part) => part.exact ?? []);
  if (exact.length <= maxExact && parts.every((part) => part.exact)) return { minLength, exact, groups: [] };
  const best = parts.map((part) => groupsOf(part).toSorted((one, other) => worth(other) - worth(one))[0]);
  const group = best.flatMap((literals) => literals ?? []);
  const isKnown = best.every((literals) => literals !== undefined) && group.length <= maxGroup;
  return { minLength, groups: isKnown ? [group] : [] };
}

function repeated(part: Facts, min: number, max: number): Facts {
  const minLength = min * part.minLength;
  if (min === 0 && max === 1 && part.exact) return { minLength, exact: ["", ...part.exact], groups: [] };
  if (min === 1 && max === 1) return part;
  return { minLength, groups: min === 0 ? [] : groupsOf(part) };
}

/** The groups of a part, that of its exact texts among them, as far as they ask for something. */
const groupsOf = ({ exact, groups }: Facts): readonly (readonly string[])[] =>
  (exact ? [exact, ...groups] : groups).filter((group) => group.length > 0 && !group.includes(""));

/** A long literal is rare; each further one of a group costs a search. */
const worth = (group: readonly string[]): number => 4 * Math.min(...group.map(({ length }) => length)) - group.length;

/** Where a literal stands, those within it do: they alone need to be looked for. */
const withoutLonger = (group: readonly string[]): readonly string[] =>
  [...new Set(group)].filter((literal) => !group.some((other) => other !== literal && literal.includes(other)));
