import { fold } from "../../std/index.ts";
import type { Correlation } from "../correlation.ts";
import type { Filter } from "../filter.ts";
import type { Located } from "../metadata.ts";
import { type Problem, problem } from "../problem.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";
import { suggest } from "../suggest.ts";
import { findCycles } from "./findCycles.ts";
import { refersTo } from "./refersTo.ts";

/** What one text holds: all that references can mean. */
export interface Referring {
  readonly rules: readonly Pick<Rule, "kind" | "id" | "name" | "title">[];
  readonly filters: readonly Filter[];
  readonly correlations: readonly Correlation[];
}

/** A problem with the text that it stands in. */
export interface ReferenceProblem<Text extends Referring> {
  readonly text: Text;
  readonly problem: Problem;
}

type Target = Referring["rules"][number] | Correlation;

/**
 * What is wrong with the references between texts that are used together: a correlation needs each of its rules once, by id
 * or name, and no correlation looks at itself by any detour. A filter may name rules that are not there: that is a warning.
 *
 * In the order of the texts, in each by place.
 *
 * @see Sigma 2.1, "Correlation rules", "Related rules" and "Filters": `rules`
 */
export function checkReferences<Text extends Referring>(texts: readonly Text[]): readonly ReferenceProblem<Text>[] {
  const targets = finder(texts.flatMap(({ rules, correlations }): readonly Target[] => [...rules, ...correlations]));
  const cycles = findCycles(
    texts.flatMap(({ correlations }) => correlations),
    (reference) => targets.find(reference).find((target) => target.kind === "correlation"),
  );
  return texts.flatMap((text) => {
    const found = [
      ...text.filters.flatMap((filter) => checkFilter(filter, targets)),
      ...text.correlations.flatMap(({ rules }) => rules.flatMap((rule) => checkReference(rule, targets))),
      ...text.correlations.flatMap((correlation) => cycles.get(correlation) ?? []),
    ];
    const inOrder = found.toSorted((one, other) => one.span.start - other.span.start);
    return inOrder.map((next) => ({ text, problem: next }));
  });
}

interface Targets {
  readonly find: (reference: string) => readonly Target[];
  /** A hint for a reference that means nothing. To compare names takes time: only the first few get one. */
  readonly suggest: (reference: string) => string | undefined;
}

const maxSuggestions = 100;

/** Texts name thousands of rules: each reference is looked up, and found in few. */
function finder(targets: readonly Target[]): Targets {
  const byKey = new Map<string, Target[]>();
  for (const target of targets) {
    for (const key of new Set([target.id ?? [], target.name ?? []].flat().map(fold))) {
      const there = byKey.get(key);
      if (there) there.push(target);
      else byKey.set(key, [target]);
    }
  }
  const names = targets.flatMap(({ name }) => name ?? []);
  let suggestions = 0;
  return {
    find: (reference) => (byKey.get(fold(reference)) ?? []).filter((target) => refersTo(reference, target)),
    suggest: (reference) => (suggestions++ < maxSuggestions ? suggest(reference, names) : undefined),
  };
}

function checkReference({ text, span }: Located, targets: Targets): readonly Problem[] {
  const [found, ...others] = targets.find(text);
  if (!found) {
    const message = `there is no rule with the id or name ${quote(text)}`;
    return [problem("unknown-rule", span, message, targets.suggest(text))];
  }
  if (others.length === 0) return [];
  const titles = [found, ...others].slice(0, 3).map(({ title }) => quote(title));
  const rest = others.length > 2 ? ` and ${others.length - 2} more` : "";
  return [problem("ambiguous-rule", span, `${quote(text)} means several rules: ${titles.join(", ")}${rest}`)];
}

function checkFilter({ rules }: Filter, targets: Targets): readonly Problem[] {
  if (rules === "any") return [];
  return rules.flatMap(({ text, span }) => {
    if (targets.find(text).some(({ kind }) => kind === "rule")) return [];
    const message = `there is no rule with the id or name ${quote(text)} that this filter could narrow`;
    return [problem("unknown-filtered-rule", span, message, targets.suggest(text))];
  });
}
