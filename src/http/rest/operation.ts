import { z } from "zod";
import type { Permission } from "../../access/index.ts";

/** Every answer that is not a success. */
export const errorSchema = z
  .object({
    error: z.object({
      code: z.string().describe("Stable: tools can rely on it."),
      message: z.string().describe("How to mend it."),
    }),
  })
  .meta({ id: "Error" });

/** One answer of an operation. */
export interface Answer {
  readonly description: string;
  /** Absent: it is no JSON. */
  readonly schema?: z.ZodType;
  /** Where it is no JSON. */
  readonly mediaType?: string;
  readonly etag?: true;
}

/** What an OpenAPI document says of one operation. Its schemas are those that read its input, or that its answers are checked with. */
export interface Operation {
  readonly method: "get" | "post" | "patch";
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** Absent: open to everybody. */
  readonly permission?: Permission;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  /** The media types of a body, and what it holds. */
  readonly body?: { readonly mediaTypes: readonly string[]; readonly schema: z.ZodType };
  readonly answers: Readonly<Record<number, Answer>>;
  /** Statuses whose answer is the usual error, with the codes that it has. */
  readonly errors: Readonly<Record<number, readonly string[]>>;
}
