import type { Derivation } from "../derivation.ts";
import type { Fields } from "../fields.ts";
import type { Scalar } from "../../std/index.ts";

/** Names are written without the dot of the root: rules look at how they end. */
const withoutRoot = (name: string): Derivation => ({
  name,
  replaces: true,
  value: (fields: Fields) => {
    const values = fields.field(name);
    return values?.some(isRooted) === true
      ? values.map((each) => (isRooted(each) ? each.slice(0, -1) : each))
      : undefined;
  },
});

const isRooted = (value: Scalar): value is string =>
  typeof value === "string" && value.length > 1 && value.endsWith(".");

/** What rules of the category `dns` ask for, where shapes give `query`, `record_type` and `answer`. */
export const dnsDerivations: readonly Derivation[] = [withoutRoot("query"), withoutRoot("answer")];
