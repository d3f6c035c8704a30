import { z } from "zod";
import { limits } from "../../api/index.ts";
import { detectionStatuses, dispositions } from "../../detection/index.ts";
import { HttpError } from "../errors.ts";

/** A text that says something and that the database can hold. */
const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .regex(/\S/, "it says nothing")
    .regex(/^[^\u0000]*$/, "it has the character U+0000");

/** What may be changed of a detection. What is absent stays. */
const changes = {
  status: z.enum(detectionStatuses).optional(),
  disposition: z.enum(dispositions).optional().describe("Closing needs one other than `UNDETERMINED`."),
  assignee: text(limits.nameLength).nullable().optional().describe("Who works on it; null is nobody."),
  reason: text(limits.noteLength)
    .optional()
    .describe("Why it is closed as it is; for one that is closed, or becomes so."),
  comment: text(limits.noteLength).optional().describe("Kept in the activity."),
};

/** The body of `PATCH /v1/detections/{id}`. */
export const detectionPatchSchema = z
  .strictObject({
    ...changes,
    expectedVersion: z
      .int()
      .min(1)
      .optional()
      .describe("The `version` that the change was decided on; `If-Match` says the same."),
  })
  .meta({ id: "DetectionPatch", description: "What is to be changed; what is absent stays." });

/** The version that an `If-Match` header asks for: one ETag of ours, or `*` for any. */
export function versionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === "*") return undefined;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim())?.[1];
  if (version !== undefined) return Number(version);
  throw new HttpError(400, "BAD_HEADER", 'If-Match: give the ETag of a detection, such as "3"');
}

export const etagOf = ({ version }: { readonly version: number }): string => `"${version}"`;
