import { z } from "zod";
import { detectionStatuses, dispositions } from "../../detection/index.ts";
import { HttpError } from "../errors.ts";

/** What may be changed of a detection. What is absent stays. */
const changes = {
  status: z.enum(detectionStatuses).optional(),
  disposition: z.enum(dispositions).optional().describe("Closing needs one other than `UNDETERMINED`."),
  comment: z
    .string()
    .min(1)
    .regex(/^[^\u0000]*$/, "it has the character U+0000")
    .optional()
    .describe("Kept in the activity."),
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
