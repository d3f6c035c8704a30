import { isString, type Keys, logsourceKeys, relatedKeys, type Shape } from "../metadata/keys.ts";
import { type Problem, problem } from "../problem.ts";
import { type MapNode, type Node, valueOf } from "../yaml/node.ts";
import type { Check } from "./check.ts";

/** Keys have values of their type. An empty value is an absent one. @see Sigma 2.1, "Structure", "Log Source" and "Related" */
export const rightTypes = (keys: Keys): Check<MapNode> =>
  function* (document) {
    yield* wrongTypes(document, keys);
    const logsource = keys.has("logsource") ? valueOf(document, "logsource") : undefined;
    if (logsource?.kind === "map") yield* wrongTypes(logsource, logsourceKeys);
    const related = valueOf(document, "related");
    if (related?.kind !== "sequence") return;
    for (const item of related.items) if (item.kind === "map") yield* wrongTypes(item, relatedKeys);
  };

export function* wrongTypes(map: MapNode, keys: Keys): Iterable<Problem> {
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
  boolean: "true or false",
  map: "a map",
  maps: "a list of maps",
  stringOrMap: "a map or a string",
};

/** The node that keeps a value from having its shape. */
function findMisfit(value: Node, shape: Shape): Node | undefined {
  switch (shape) {
    case "string":
      return isString(value) ? undefined : value;
    case "boolean":
      return value.kind === "scalar" && value.type === "boolean" ? undefined : value;
    case "map":
      return value.kind === "map" ? undefined : value;
    case "maps":
      return value.kind === "sequence" ? value.items.find((item) => item.kind !== "map") : value;
    case "strings":
      return value.kind === "sequence" ? value.items.find((item) => !isString(item)) : value;
    case "stringOrStrings":
      return isString(value) ? undefined : findMisfit(value, "strings");
    case "stringOrMap":
      return isString(value) ? undefined : findMisfit(value, "map");
  }
}

const hintFor = (misfit: Node, shape: Shape): string | undefined =>
  shape.startsWith("string") && misfit.kind === "scalar" && misfit.type !== "string" && misfit.type !== "null"
    ? "put it in quotes"
    : undefined;
