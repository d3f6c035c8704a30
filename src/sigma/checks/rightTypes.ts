import { isString, logsourceKeys, ruleKeys, type Shape } from "../metadata/keys.ts";
import { type Problem, problem } from "../problem.ts";
import { type MapNode, type Node, valueOf } from "../yaml/node.ts";
import type { Check } from "./check.ts";

/** Keys have values of their type. An empty value is an absent one. @see Sigma 2.1, "Structure" and "Log Source" */
export const rightTypes: Check<MapNode> = function* (document) {
  yield* wrongTypes(document, ruleKeys);
  const logsource = valueOf(document, "logsource");
  if (logsource?.kind === "map") yield* wrongTypes(logsource, logsourceKeys);
};

function* wrongTypes(map: MapNode, keys: ReadonlyMap<string, Shape>): Iterable<Problem> {
  for (const [key, shape] of keys) {
    const value = valueOf(map, key);
    if (!value) continue;
    const misfit = findMisfit(value, shape);
    if (misfit) yield problem("wrong-type", misfit.span, `\`${key}\` is ${names[shape]}`, hintFor(misfit, shape));
  }
}

const names: Readonly<Record<Shape, string>> = {
  string: "a string",
  strings: "a list of strings",
  stringOrStrings: "a string or a list of strings",
  map: "a map",
};

/** The node that keeps a value from having its shape. */
function findMisfit(value: Node, shape: Shape): Node | undefined {
  switch (shape) {
    case "string":
      return isString(value) ? undefined : value;
    case "map":
      return value.kind === "map" ? undefined : value;
    case "strings":
      return value.kind === "sequence" ? value.items.find((item) => !isString(item)) : value;
    case "stringOrStrings":
      return isString(value) ? undefined : findMisfit(value, "strings");
  }
}

const hintFor = (misfit: Node, shape: Shape): string | undefined =>
  shape !== "map" && misfit.kind === "scalar" && misfit.type !== "string" && misfit.type !== "null"
    ? "put it in quotes"
    : undefined;
