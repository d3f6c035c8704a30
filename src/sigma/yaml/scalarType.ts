import type { ScalarNode } from "./node.ts";

const nulls = new Set(["", "~", "null", "Null", "NULL"]);
const booleans = new Set(["true", "True", "TRUE", "false", "False", "FALSE"]);
const integer = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$/;
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/**
 * What a plain scalar is.
 *
 * Of the core schema's floats, `.inf` and `.nan` stay strings: a rule that says `.inf` means a file name.
 *
 * @see YAML 1.2.2, section 10.3.2, "Tag Resolution"
 */
export function scalarType(text: string): ScalarNode["type"] {
  if (nulls.has(text)) return "null";
  if (booleans.has(text)) return "boolean";
  if (integer.test(text)) return "number";
  return decimal.test(text) && Number.isFinite(Number(text)) ? "number" : "string";
}
