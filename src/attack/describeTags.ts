import { resolveTag } from "./resolveTag.ts";
import { spellingOf } from "./spelling.ts";
import { type Tactic, tactics } from "./tactic.ts";
import type { Technique } from "./technique.ts";

/** A rule's tags, sorted out; nothing occurs twice. */
export interface TagDescription {
  /** Techniques in force, ordered by id. */
  readonly techniques: readonly Technique[];
  /** Tactics in the order of the matrix. */
  readonly tactics: readonly Tactic[];
  /** Every other tag as it was written (groups, software, other namespaces, unknown ones), in the order of the rule. */
  readonly other: readonly string[];
}

/**
 * Sorts out a rule's tags.
 *
 * The author's word about tactics counts: a technique adds no tactic if the tags name one of its tactics. If they name none
 * of them, all of the technique's tactics are added, since a rule without a tactic would be missing from every view by tactic.
 * So `attack.t1078` alone has four tactics, and `attack.t1078` with `attack.persistence` has one.
 */
export function describeTags(tags: readonly string[]): TagDescription {
  const resolved = tags.map((tag) => ({ tag, meaning: resolveTag(tag) }));
  const named = resolved.flatMap(({ meaning }) => (meaning.kind === "tactic" ? meaning.tactics : []));
  const found = resolved.flatMap(({ meaning }) => (meaning.kind === "technique" ? [meaning.technique] : []));
  const served = new Set([...named, ...found.flatMap((technique) => tacticsBrought(technique, named))]);
  const rest = resolved.filter(({ meaning }) => meaning.kind !== "tactic" && meaning.kind !== "technique");
  return {
    techniques: [...new Set(found)].sort((one, other) => (one.id < other.id ? -1 : 1)),
    tactics: tactics.filter((tactic) => served.has(tactic)),
    other: firstSpellings(rest.map(({ tag }) => tag)),
  };
}

function tacticsBrought(technique: Technique, named: readonly Tactic[]): readonly Tactic[] {
  return technique.tactics.some((tactic) => named.includes(tactic)) ? [] : technique.tactics;
}

function firstSpellings(tags: readonly string[]): readonly string[] {
  const spellings = tags.map(spellingOf);
  return tags.filter((_, index) => spellings.indexOf(spellings[index] ?? "") === index);
}
