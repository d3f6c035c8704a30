import { FieldGatherer, type FieldMap } from "../parsedFields.ts";

/** Begins at the start of a word, so that no text takes more than linear time. */
const pairPattern = /(?<![\w.-])([A-Za-z][\w.-]*)=(?:"((?:[^"\\]|\\.)*)"|([^\s"]*))/gs;

/** The pairs `name=value` and `name="value"` of a line, as many appliances write them. */
export function readKeyValues(line: string): FieldMap {
  const gathered = new FieldGatherer();
  for (const [, name = "", quoted, bare] of line.matchAll(pairPattern)) {
    gathered.add(name, quoted === undefined ? (bare ?? "") : quoted.replace(/\\(["\\])/g, "$1"));
  }
  return gathered.fields;
}
