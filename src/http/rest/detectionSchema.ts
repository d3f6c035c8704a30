import { z } from "zod";
import { detectionStatuses, dispositions, severities } from "../../detection/index.ts";

const instant = z.iso.datetime().describe("ISO 8601, UTC.");
const absent = (what: string) => z.string().nullable().describe(what);

const evidenceSchema = z
  .object({
    selection: z.string(),
    field: absent("Null where something was absent, and for keywords."),
    value: absent("What the event had; long values as the part around what was found."),
    pattern: z.string().describe("What the rule asked."),
  })
  .describe("One thing that the rule asked and the event had.");

/** A detection as REST clients see it. */
export const detectionSchema = z
  .object({
    id: z.uuid(),
    sequence: z.string().describe("Its place in the ingest order; an integer of 64 bits as digits."),
    time: instant.describe("When the event happened."),
    detectedAt: instant,
    updatedAt: instant,
    version: z.int().describe("Rises with every change: the `expectedVersion` of an update, and the ETag."),
    severity: z.enum(severities).describe("The rule's effective severity when it fired."),
    status: z.enum(detectionStatuses),
    disposition: z.enum(dispositions),
    assignee: absent("Who works on it."),
    reason: absent("Why it is closed as it is."),
    isTest: z.boolean().describe("The rule was in state TESTING when it fired."),
    host: absent("Where the event happened."),
    user: absent("Who did it."),
    sourceAddress: absent("From where."),
    rule: z.object({ id: z.string(), title: z.string() }).describe("The rule as it is now."),
    techniques: z.array(z.string()).describe("ATT&CK ids that the rule has now, such as `T1048.003`."),
    tactics: z.array(z.string()).describe("ATT&CK tactics that the rule has now, such as `exfiltration`."),
    evidence: z.array(evidenceSchema),
    evidenceOmitted: z.int().describe("Entries of evidence that were not kept."),
    eventId: z.uuid(),
  })
  .meta({ id: "Detection", description: "This rule matched this event." });

const activitySchema = z
  .object({
    at: instant,
    actor: z.string().describe("The name of the key that did it."),
    kind: z.string().describe("`STATUS`, `DISPOSITION`, `COMMENT` or another change."),
    old: z.string().nullable(),
    new: z.string().nullable().describe("The new value, or the comment."),
  })
  .meta({ id: "Activity", description: "One thing that was done to a detection." });

/** One detection, with what a list leaves out. */
export const detectionDetailSchema = detectionSchema
  .extend({
    record: z.string().nullable().describe("The event's record as it was sent; null when it is past its retention."),
    activity: z.array(activitySchema).describe("What was done to it, oldest first."),
  })
  .meta({ id: "DetectionDetail", description: "A detection, its event's record, and what was done to it." });

export const detectionListSchema = z
  .object({
    detections: z.array(detectionSchema),
    nextCursor: z
      .string()
      .nullable()
      .describe("The `cursor` of the next page. With `order=ingested` always there: keep it, also of an empty page."),
    hasMore: z.boolean().describe("Whether there may be more now."),
  })
  .meta({ id: "DetectionList" });
