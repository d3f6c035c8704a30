import type { Json } from "../../std/index.ts";
import type { Node, ScalarNode } from "./node.ts";

/** A YAML value without its places. Integers beyond 2^53 are their decimal text, as in all plain data of this project. */
export function plainData(node: Node): Json {
  switch (node.kind) {
    case "map":
      // Not an assignment: a key may be `__proto__`.
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plainData(value)]));
    case "sequence":
      return node.items.map(plainData);
    case "scalar":
      return plainScalar(node);
  }
}

function plainScalar({ type, text }: ScalarNode): Json {
  switch (type) {
    case "string":
      return text;
    case "boolean":
      return text.toLowerCase() === "true";
    case "null":
      return null;
    case "number":
      return plainNumber(text);
  }
}

/** Longer than any number that is meant: to compute it would take time. */
const maxDigits = 400;

function plainNumber(text: string): Json {
  const number = Number(text);
  const isInteger = /^(?:0[xo]|[-+]?[0-9]+$)/.test(text);
  if (!isInteger || Number.isSafeInteger(number)) return number === 0 ? 0 : number;
  return text.length > maxDigits ? text : BigInt(text.replace("+", "")).toString();
}
