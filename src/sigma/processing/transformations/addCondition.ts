import type { Condition } from "../../condition.ts";
import { readSelection } from "../../detection/readSelection.ts";
import type { Logsource, Rule, Selection } from "../../rule.ts";
import type { MapNode, Node } from "../../yaml/node.ts";
import { noSteps, withStep } from "../appliedSteps.ts";
import { itemsOf } from "../items.ts";
import { moveTo } from "../moveTo.ts";
import { flag, need, optionalText, refuse } from "../parameters.ts";
import type { Application } from "../pipeline.ts";
import { fail, type Work } from "../work.ts";
import type { Transformation } from "./transformation.ts";

/**
 * Adds a selection to the rule, and to each of its conditions that it holds too; with `negated`, that it does not. With
 * `template`, `$category`, `$product` and `$service` in its values are those of the rule, where it has them.
 */
export const addCondition: Transformation = {
  name: "add_condition",
  parameters: ["conditions", "name", "template", "negated"],
  read: (parameters) => {
    const name = optionalText(parameters, "name") ?? "_added";
    const [isTemplate, isNegated] = [flag(parameters, "template"), flag(parameters, "negated")];
    const map = need(parameters, "conditions");
    if (!map) return undefined;
    if (map.kind !== "map") return refuse(parameters, map, "`conditions` is a map of fields and values");
    const body = readSelection(map, parameters.report);
    if (!body) return undefined;
    return (rule, application) => {
      const made = isTemplate ? fill(map, rule, application) : body;
      return made ? extend(rule, { name, body: made, isNegated }, application) : rule;
    };
  },
};

interface Addition {
  readonly name: string;
  readonly body: Selection;
  readonly isNegated: boolean;
}

/** Places in the rule stay places in the rule: what is added has that of the whole detection. */
function extend(rule: Rule, { name, body, isNegated }: Addition, { step, work }: Application): Rule {
  const { detection } = rule;
  const { span } = detection;
  const unused = unusedName(name, detection.selections, work);
  const moved = moveTo(body, span);
  if (step.id !== undefined) {
    const ids = withStep(work, noSteps, step.id, span);
    for (const item of itemsOf({ detection: { ...detection, selections: new Map([[unused, moved]]) } })) {
      work.appliedToItem.set(item, ids);
    }
  }
  const selection: Condition = { kind: "selection", name: unused, span };
  const added: Condition = isNegated ? { kind: "not", operand: selection, span } : selection;
  const conditions = detection.conditions.map((condition): Condition => {
    return { kind: "and", operands: [added, condition], span: condition.span };
  });
  return {
    ...rule,
    detection: { ...detection, selections: new Map([...detection.selections, [unused, moved]]), conditions },
  };
}

/** Names are counted on: a thousand steps do not try a thousand names each. */
function unusedName(name: string, selections: ReadonlyMap<string, Selection>, { addedNames }: Work): string {
  let count = addedNames.get(name) ?? 0;
  let unused = name;
  do {
    count += 1;
    unused = count === 1 ? name : `${name}_${count}`;
  } while (selections.has(unused));
  addedNames.set(name, count);
  return unused;
}

/** The selection with the rule's logsource in place of its names; undefined if it makes no sense so, which is reported. */
function fill(map: MapNode, rule: Rule, { work }: Application): Selection | undefined {
  const filled = substitute(map, rule.logsource);
  return readSelection(filled, ({ message, severity }) => {
    if (severity === "error") fail(work, rule.detection.span, `of the condition that is added: ${message}`);
  });
}

function substitute<Part extends Node>(node: Part, logsource: Logsource): Part {
  switch (node.kind) {
    case "map": {
      const entries = node.entries.map(({ key, value }) => ({ key, value: substitute(value, logsource) }));
      return { ...node, entries };
    }
    case "sequence":
      return { ...node, items: node.items.map((item) => substitute(item, logsource)) };
    case "scalar":
      return { ...node, text: substituteText(node.text, logsource), exactStart: undefined };
  }
}

/** As Python's templates: `$name` or `${name}`, and `$$` for a dollar sign. What has no value stays. */
const substituteText = (text: string, logsource: Logsource): string =>
  text.replace(/\$(?:\$|(category|product|service)\b|\{(category|product|service)\})/g, (found, plain, braced) => {
    if (found === "$$") return "$";
    return logsource[(plain ?? braced) as "category" | "product" | "service"] ?? found;
  });
