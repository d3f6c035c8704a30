import { locate, type Rule, type Source, type Span } from "../sigma/index.ts";
import type { Check, Finding } from "./check.ts";
import { keyPlaceOf, placeOf } from "./subject/entries.ts";
import { groupBy } from "../std/index.ts";
import { readSubject } from "./subject/readSubject.ts";

/** A rule, and the text that it was read from. */
export interface RuleInSource {
  readonly rule: Rule;
  readonly source: Source;
}

/** What a check has found in one of the rules. */
export interface FindingAcross extends Finding {
  readonly index: number;
}

/** A check that compares rules. */
export interface AcrossCheck<Code extends string = string> extends Omit<Check<unknown, Code>, "find"> {
  readonly find: (all: readonly RuleInSource[]) => Iterable<FindingAcross>;
  /** Of a check for what rules share: what no two have in common. */
  readonly sameIf?: (rule: Rule) => string | undefined;
}

interface Sameness<Code extends string> extends Omit<Check<unknown, Code>, "find"> {
  /** The key whose value is blamed; of `detection` the key itself, since there is much behind it. */
  readonly key: string;
  /** What no two rules have in common; undefined if a rule has no such thing. */
  readonly sameIf: (rule: Rule) => string | undefined;
  /** `other` says which rule came first, and where it is. */
  readonly message: (other: string) => string;
  readonly hint: string;
}

/** A check that no two rules have something in common. Of those that do, all but the first are blamed. */
export function acrossCheck<const Code extends string>(sameness: Sameness<Code>): AcrossCheck<Code> {
  const { code, explanation, link, sameIf } = sameness;
  return { code, explanation, link, sameIf, find: (all) => findSame(all, sameness) };
}

function* findSame(all: readonly RuleInSource[], sameness: Sameness<string>): Iterable<FindingAcross> {
  const keyed = all.map((one, index) => ({ one, index, meaning: sameness.sameIf(one.rule) }));
  for (const [meaning, [first, ...others]] of groupBy(keyed, (each) => each.meaning)) {
    if (meaning === undefined || !first) continue;
    for (const { one, index } of others) {
      const message = sameness.message(nameOf(first.one, one));
      yield { index, span: placeIn(one, sameness.key), message, hint: sameness.hint };
    }
  }
}

/** Where the first rule stands, as seen from another. */
function nameOf({ rule, source }: RuleInSource, other: RuleInSource): string {
  const { line } = locate(source.text, placeIn({ rule, source }, "title").start);
  return source === other.source ? `the rule at line ${line}` : `the rule at ${source.name}:${line}`;
}

function placeIn({ rule, source }: RuleInSource, key: string): Span {
  const subject = readSubject(rule, source, undefined);
  return key === "detection" ? keyPlaceOf(subject, key) : placeOf(subject, key);
}
