import { missingKey } from "../checks/requiredKeys.ts";
import type { Filter } from "../filter.ts";
import { filterKeys, isString } from "../metadata/keys.ts";
import { readList } from "../metadata/readMetadata.ts";
import { problem, type Report } from "../problem.ts";
import type { Span } from "../source.ts";
import { entryOf, type MapNode, type Node } from "../yaml/node.ts";

/** More than all public rules together. */
const maxRules = 10_000;

/**
 * Reads which rules a filter is for; undefined if it does not say. An empty list is `any`, as is the word `all`.
 *
 * @see Sigma 2.1, "Filters": `rules`
 */
export function readFilteredRules(section: MapNode, beginning: Span, report: Report): Filter["rules"] | undefined {
  const entry = entryOf(section, "rules");
  if (!entry || (entry.value.kind === "scalar" && entry.value.text.trim() === "")) {
    report(missingKey({ map: section, key: "rules", known: filterKeys }, beginning));
    return undefined;
  }
  const { value } = entry;
  const misfit = findMisfit(value);
  if (misfit) {
    report(problem("wrong-type", misfit.span, "`rules` is a list of rule ids and names, or `any`"));
    return undefined;
  }
  const rules = readList(section, "rules");
  if (rules.length > maxRules) {
    report(problem("rule-too-large", value.span, `a filter names at most ${maxRules} rules`, "write `rules: any`"));
    return undefined;
  }
  return rules.length === 0 || isAny(value) ? "any" : rules;
}

const isAny = (value: Node): boolean => value.kind === "scalar" && /^(?:any|all)$/i.test(value.text);

const findMisfit = (value: Node): Node | undefined =>
  value.kind === "sequence" ? value.items.find((item) => !isString(item)) : isString(value) ? undefined : value;
