import { gather, gatherer, type FieldMap } from "../parsedFields.ts";

/** Begins at the start of a word, so that no text takes more than linear time. */
const pairPattern = /(?<![\w.-])([A-Za-z][\w.-]*)=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*))/gs;

/** The pairs `name=value` and `name="value"` of a line, as many appliances write them. */
export function readKeyValues(line: string): FieldMap {
  const gathered = gatherer();
  for (const [, name = "", quoted, bare] of line.matchAll(pairPattern)) {
    gather(gathered, name, quoted === undefined ? (bare ?? "") : quoted.replace(/\\(["\\])/g, "$1"));
  }
  return gathered;
}
