import type { Derivation } from "./derivation.ts";
import type { Fields } from "./fields.ts";

/** A field that takes the values of the first of these fields that has any. */
export const alias = (name: string, ...sources: readonly string[]): Derivation => ({
  name,
  value: (fields) => firstValues(fields, sources),
});

function firstValues(fields: Fields, sources: readonly string[]) {
  for (const source of sources) {
    const values = fields.field(source);
    if (values !== undefined && values.length > 0) return values;
  }
  return undefined;
}

/** A field that has the values of all these fields, for rules that know it by any of them; its own are first if it is one of them. */
export const union = (name: string, ...sources: readonly string[]): Derivation => ({
  name,
  replaces: true,
  value: (fields) => {
    const values = sources.flatMap((source) => fields.field(source) ?? []);
    return values.length === 0 ? undefined : [...new Set(values)];
  },
});
