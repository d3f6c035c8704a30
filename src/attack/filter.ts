import { describeTags } from "./describeTags.ts";
import { resolveTag } from "./resolveTag.ts";
import { nameOf, spellingOf } from "./spelling.ts";
import { currentIdOf, heirsOfSubTechniques, parentIdOf, techniqueIdOf } from "./technique.ts";

/** How a filter by a technique treats its sub-techniques. */
export interface AttackFilterOptions {
  /** A technique also finds what is tagged with one of its sub-techniques. Never the reverse. */
  readonly includeSubTechniques: boolean;
}

/**
 * The keys that a rule with these tags is found by: it is found by a filter if the two sets of keys meet.
 *
 * A technique gives its id in force, `T1048.003`, and a sub-technique its family too, `T1048.*`. A tactic gives its id; a technique
 * whose tactics are not named brings them, as in `describeTags`. Any other tag gives its text in lower case with hyphens.
 */
export function canonicalTags(tags: readonly string[]): ReadonlySet<string> {
  const { techniques, tactics, other } = describeTags(tags);
  return new Set([
    ...techniques.flatMap(({ id }) => [id, ...familiesOf(id)]),
    ...tactics.map(({ id }) => id),
    ...other.flatMap((tag) => [textKey(tag), ...familiesOf(techniqueIdOf(tag) ?? "")]),
  ]);
}

/**
 * The keys, as of `canonicalTags`, that a user's filter asks for.
 *
 * - `T1048`, `attack.t1048`: the technique, and its sub-techniques if they are included; `T1048.003`: that one only.
 * - A replaced id asks for what replaced it, and `T1562` for what became of `T1562.001` and its siblings too.
 * - `TA0010`, `exfiltration`, `attack.exfiltration`, `Exfiltration`: the tactic; the former Defense Evasion asks for both of its heirs.
 * - Anything else, `cve.2021-44228`, `attack.g0007`, `G0007`, `attack.t9999`: rules with that same tag.
 */
export function expandAttackFilter(
  query: string,
  { includeSubTechniques }: AttackFilterOptions = { includeSubTechniques: true },
): ReadonlySet<string> {
  const id = techniqueIdOf(query);
  if (id !== undefined) return new Set(includeSubTechniques ? familyKeys(id) : [currentIdOf(id)]);
  const meaning = resolveTag(query);
  return new Set(meaning.kind === "tactic" ? meaning.tactics.map((tactic) => tactic.id) : [textKey(query)]);
}

/** Whether a rule with the given tags is found by a filter; for more than a few rules keep their `canonicalTags` instead. */
export function tagMatcher(query: string, options?: AttackFilterOptions): (tags: readonly string[]) => boolean {
  const wanted = expandAttackFilter(query, options);
  return (tags) => [...canonicalTags(tags)].some((key) => wanted.has(key));
}

/** A sub-technique asks for nothing but itself, also where a technique with sub-techniques has replaced it. */
function familyKeys(id: string): readonly string[] {
  if (parentIdOf(id) !== undefined) return [currentIdOf(id)];
  const members = [id, currentIdOf(id), ...heirsOfSubTechniques(id)];
  return members.flatMap((member) => (parentIdOf(member) === undefined ? [member, family(member)] : [member]));
}

/** The families that a sub-technique counts toward: its technique's, and that of what replaced its technique. */
function familiesOf(id: string): readonly string[] {
  const parentId = parentIdOf(id);
  return parentId === undefined ? [] : [family(parentId), family(currentIdOf(parentId))];
}

const family = (id: string) => `${id}.*`;

/** Ids of ATT&CK that no table has are known by their shape, with the namespace or without: `G0007`, `attack.t9999`. */
function textKey(tag: string): string {
  const name = nameOf(tag);
  return /^[a-z]{1,3}\d{4}(\.\d{3})?$/.test(name) ? name.toUpperCase() : spellingOf(tag);
}
