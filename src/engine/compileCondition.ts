import type { Condition } from "../sigma/index.ts";
import { bug } from "../std/index.ts";
import { atLeast, every, type Finder, not, some } from "./finder.ts";
import { printCondition } from "./printCondition.ts";

/**
 * Compiles a condition (Sigma 2.1, "Condition"). A missing selection is a bug: the parser has reported it.
 *
 * @param isKnown whether it is asked only where it is known to hold, so that what must not be there need not be looked for
 */
export function compileCondition(
  condition: Condition,
  selections: ReadonlyMap<string, Finder>,
  isKnown = false,
): Finder {
  const compile = (part: Condition): Finder => compileCondition(part, selections);
  const named = (name: string): Finder => selections.get(name) ?? bug(`no selection ${name}`);
  switch (condition.kind) {
    case "selection":
      return named(condition.name);
    case "not": {
      const entry = { selection: printCondition(condition.operand), pattern: printCondition(condition) };
      return not(isKnown ? never : compile(condition.operand), entry);
    }
    case "and":
      return every(condition.operands.map((operand) => compileCondition(operand, selections, isKnown)));
    case "or":
      return some(condition.operands.map(compile));
    case "quantifier": {
      const { count, names } = condition;
      return atLeast(count === "all" ? names.length : count, names.map(named));
    }
  }
}

const never: Finder = () => false;
