import type { Condition } from "../condition.ts";
import type { Filter } from "../filter.ts";
import type { DetectionSection, Rule, Selection } from "../rule.ts";
import { filterApplies } from "./filterApplies.ts";

/**
 * A rule with the filters that are for it: each of its conditions holds only where every filter's condition holds too. A
 * filter that excludes says `not`. Other filters change nothing; the order of filters is the order of the conditions.
 *
 * A filter's selections are the rule's under other names, `<filter> / <selection>`, where the filter is called by its name,
 * else its title: so evidence shows where it comes from. No name or pattern of either side sees the other's selections.
 *
 * @see Sigma 2.1, "Filters"
 */
export function applyFilters(rule: Rule, filters: Iterable<Filter>): Rule {
  let { detection } = rule;
  for (const filter of filters) {
    if (filterApplies(filter, rule)) detection = narrow(detection, filter);
  }
  return detection === rule.detection ? rule : { ...rule, detection };
}

function narrow({ selections, conditions, span }: DetectionSection, filter: Filter): DetectionSection {
  const rename = namespaceFor(filter, selections);
  const added = Array.from(filter.detection.selections, ([name, body]) => [rename(name), body] as const);
  const narrowing = filter.detection.conditions.map((condition) => renamed(condition, rename));
  return {
    selections: new Map([...selections, ...added]),
    conditions: conditions.map((condition): Condition => {
      return { kind: "and", operands: [condition, ...narrowing], span: condition.span };
    }),
    span,
  };
}

type Rename = (name: string) => string;

/** A prefix that no selection has yet. */
function namespaceFor(filter: Filter, selections: ReadonlyMap<string, Selection>): Rename {
  const caption = filter.name ?? filter.title;
  const taken = [...selections.keys()];
  let prefix = `${caption} / `;
  for (let count = 2; taken.some((name) => name.startsWith(prefix)); count++) prefix = `${caption} (${count}) / `;
  return (name) => prefix + name;
}

/** The resolved names of a condition, and the pattern that people are shown, under their new names. */
function renamed(condition: Condition, rename: Rename): Condition {
  switch (condition.kind) {
    case "selection":
      return { ...condition, name: rename(condition.name) };
    case "not":
      return { ...condition, operand: renamed(condition.operand, rename) };
    case "and":
    case "or":
      return { ...condition, operands: condition.operands.map((operand) => renamed(operand, rename)) };
    case "quantifier":
      return { ...condition, glob: rename(condition.glob), names: condition.names.map(rename) };
  }
}
