import type { z } from "zod";
import { HttpError } from "../errors.ts";

/** Reads what came from outside, or says of each part what is wrong with it. */
export function readInput<Schema extends z.ZodObject>(schema: Schema, given: unknown, code: string): z.output<Schema> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new HttpError(
    400,
    code,
    result.error.issues.map((issue) => explain(issue, Object.keys(schema.shape))).join("; "),
  );
}

function explain(issue: z.core.$ZodIssue, known: readonly string[]): string {
  if (issue.code === "unrecognized_keys") return `there is no ${issue.keys.join(", ")}: there are ${known.join(", ")}`;
  const [name, ...inside] = issue.path;
  return name === undefined ? issue.message : `${[name, ...inside].join(".")}: ${issue.message}`;
}
