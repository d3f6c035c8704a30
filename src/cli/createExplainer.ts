import { explain } from "../engine/index.ts";
import type { Event } from "../event/index.ts";
import type { Rule } from "../sigma/index.ts";
import { findRule } from "./findRule.ts";
import type { CliOptions } from "./options.ts";
import { printExplanation } from "./printExplanation.ts";

/** What is to be explained, as given on the command line. */
export interface ExplainChoice {
  /** Rules by id, name or title. */
  readonly rules: readonly string[];
  /** Events by their ordinals; all if none is given. */
  readonly events: readonly number[];
}

/** Prints explanations of the pairs that were chosen. */
export interface Explainer {
  readonly explain: (index: number, event: Event, matching: readonly Rule[]) => void;
  /** Says what was left out. */
  readonly end: () => void;
}

/** Nobody reads more at once. */
const mostExplained = 100;

/**
 * Explains the rules that were chosen, or the only one, whether they match or not: `why did this rule not match`. Of
 * thousands of rules hardly one matches: where none was chosen, the matches are explained.
 */
export function createExplainer(
  rules: readonly Rule[],
  choice: ExplainChoice,
  { print, say }: Pick<CliOptions, "print" | "say">,
): Explainer {
  const chosen = choice.rules.length > 0 ? choice.rules.map((name) => findRule(rules, name)) : only(rules);
  let [printed, omitted] = [0, 0];
  return {
    explain: (index, event, matching) => {
      if (choice.events.length > 0 && !choice.events.includes(index)) return;
      for (const rule of chosen ?? matching) {
        if (printed === mostExplained) {
          omitted++;
          continue;
        }
        printed++;
        for (const line of explainPair(index, event, rule)) print(line);
      }
    },
    end: () => {
      if (omitted > 0) say(`${omitted} more are not explained: choose with --rule and --event`);
      if (printed === 0) say(`nothing to explain: ${chosen ? "no such event" : "no match; choose a rule with --rule"}`);
    },
  };
}

const only = (rules: readonly Rule[]): readonly Rule[] | undefined => (rules.length === 1 ? rules : undefined);

const verdicts = {
  match: "matches",
  "no-match": "does not match",
  "not-considered": "is not of the logsource of",
} as const;

function explainPair(index: number, event: Event, rule: Rule): readonly string[] {
  const explanation = explain(rule, event);
  const name = `${rule.id ?? rule.name ?? "rule"} (${rule.title})`;
  return [`event ${index} ${verdicts[explanation.verdict]} ${name}`, ...printExplanation(explanation), ""];
}
