import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

/** The examples and JSON schemas of Sigma's specification; not part of this project, so tests that need them are skipped where they are missing. */
const root = resolve("../shared/data/sigma-specification");

export const hasSpecification = existsSync(root);

export const kinds = ["rule", "filter", "correlation"] as const;
export type Kind = (typeof kinds)[number];

const files: Readonly<Record<Kind, { readonly schema: string; readonly examples: string }>> = {
  rule: { schema: "sigma-detection-rule-schema.json", examples: "rules" },
  filter: { schema: "sigma-filters-schema.json", examples: "filter" },
  correlation: { schema: "sigma-correlation-rules-schema.json", examples: "correlation" },
};

/** Whether plain data is a document of this kind, by its schema. */
export function validator(kind: Kind): ValidateFunction {
  const text = readFileSync(join(root, "json-schema", files[kind].schema), "utf8");
  // The dialect is named with a `#` too many for the validator.
  const schema = JSON.parse(text, (key, value: unknown) => (key === "$schema" ? undefined : value)) as object;
  const ajv = new Ajv2020({ strict: false });
  ajv.addFormat("uuid", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
  return ajv.compile(schema);
}

export interface Example {
  readonly kind: Kind;
  readonly name: string;
  readonly text: string;
}

export const readExamples = (): readonly Example[] =>
  kinds.flatMap((kind) => {
    const folder = join(root, "examples", files[kind].examples);
    return readdirSync(folder).map((name) => ({ kind, name, text: readFileSync(join(folder, name), "utf8") }));
  });
