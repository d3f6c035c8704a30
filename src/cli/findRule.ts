import type { Rule } from "../sigma/index.ts";

/** The rule that somebody named by its id, name or title. */
export function findRule(rules: readonly Rule[], name: string): Rule {
  const found = rules.find((rule) => [rule.id, rule.name, rule.title].includes(name));
  if (found) return found;
  throw new Error(`--rule ${name}: no rule that could be loaded has this id, name or title`);
}
