import type { Condition } from "../sigma/index.ts";
import { bug } from "../std/index.ts";
import { atLeast, every, type Finder, not, some } from "./finder.ts";
import { printCondition } from "./printCondition.ts";

/** Compiles a condition (Sigma 2.1, "Condition"). A missing selection is a bug: the parser has reported it. */
export function compileCondition(condition: Condition, selections: ReadonlyMap<string, Finder>): Finder {
  const compile = (part: Condition): Finder => compileCondition(part, selections);
  const named = (name: string): Finder => selections.get(name) ?? bug(`no selection ${name}`);
  switch (condition.kind) {
    case "selection":
      return named(condition.name);
    case "not":
      return not(compile(condition.operand), {
        selection: printCondition(condition.operand),
        pattern: printCondition(condition),
      });
    case "and":
      return every(condition.operands.map(compile));
    case "or":
      return some(condition.operands.map(compile));
    case "quantifier": {
      const { count, names } = condition;
      return atLeast(count === "all" ? names.length : count, names.map(named));
    }
  }
}
