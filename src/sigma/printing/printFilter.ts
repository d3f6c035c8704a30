import type { Scalar } from "../../std/index.ts";
import type { Logsource } from "../rule.ts";
import { escapeWildcards } from "../wildcards.ts";
import { printYaml } from "../yaml/printYaml.ts";
import { data, list, map, string } from "./printable.ts";

/** A filter that is about to be written. */
export interface FilterDraft {
  readonly title: string;
  readonly id: string;
  readonly description: string;
  readonly logsource: Pick<Logsource, "product" | "category" | "service">;
  /** Ids or names. */
  readonly rules: readonly string[];
  /** What events must have to be hidden: all of the fields, of each one of the values. */
  readonly fields: readonly { readonly field: string; readonly values: readonly Scalar[] }[];
}

/** Writes a filter that hides events with these values, as its author would: what is a wildcard to Sigma is escaped. */
export function printFilter({ title, id, description, logsource, rules, fields }: FilterDraft): string {
  const dimensions = (["product", "category", "service"] as const).map(
    (key) => [key, logsource[key] === undefined ? undefined : string(logsource[key])] as const,
  );
  const selection = fields.map(({ field, values }) => [field, valueOf(values)] as const);
  return printYaml(
    map([
      ["title", string(title)],
      ["id", string(id)],
      ["description", string(description)],
      ["logsource", map(dimensions)],
      [
        "filter",
        map([
          ["rules", list(rules.map(string))],
          ["selection", map(selection)],
          ["condition", string("not selection")],
        ]),
      ],
    ]),
  );
}

function valueOf(values: readonly Scalar[]) {
  const [first, ...others] = values.map((value) => data(typeof value === "string" ? escapeWildcards(value) : value));
  return first && others.length === 0 ? first : list(first ? [first, ...others] : []);
}
