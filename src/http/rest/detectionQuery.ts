import { z } from "zod";
import { type DetectionFilter, detectionStatuses, dispositions, severities } from "../../detection/index.ts";

/** A text that the database can hold. */
const text = z
  .string()
  .min(1)
  .max(1_000)
  .regex(/^[^\u0000]*$/, "it has the character U+0000");
const time = z.iso.datetime({ offset: true, error: "write ISO 8601 with a zone, 2026-01-31T08:00:00Z" });

/** A parameter that may be given several times: any of its values will do. `letters` makes any letter case do. */
const several = <Item extends z.ZodType>(item: Item, letters: (value: string) => string = (value) => value) =>
  z.preprocess(
    (given) =>
      given === undefined ? undefined : [given].flat().map((one) => (typeof one === "string" ? letters(one) : one)),
    z.array(item).max(100).optional(),
  );
const upper = (value: string) => value.toUpperCase();
const lower = (value: string) => value.toLowerCase();

/** What `GET /v1/detections` may be asked. */
export const detectionQuerySchema = z.strictObject({
  status: several(z.enum(detectionStatuses), upper).describe("Where the work stands."),
  disposition: several(z.enum(dispositions), upper).describe("What it turned out to be."),
  severity: several(z.enum(severities), lower).describe("Exactly so bad."),
  severityGte: z
    .preprocess((given) => (typeof given === "string" ? lower(given) : given), z.enum(severities).optional())
    .describe("At least so bad."),
  technique: several(text).describe(
    "ATT&CK tags or ids in any spelling: `T1048.003`, `attack.t1048`, `TA0010`, `exfiltration`. A technique finds its sub-techniques.",
  ),
  host: several(text).describe("Exactly, letter case included."),
  user: several(text).describe("Exactly, letter case included."),
  rule: several(text).describe("A rule's Sigma id, or its name or title if it has none."),
  since: time.optional().describe("Events that happened from then on, ISO 8601 with a zone."),
  until: time.optional().describe("Events that happened before then."),
  includeTests: z.enum(["true", "false"]).default("false").describe("Also detections of rules in state TESTING."),
  order: z
    .enum(["newest", "ingested"])
    .default("newest")
    .describe(
      "`ingested`: in the order of commits, the first first. It never changes, and new ones come at its end: for readers that follow along.",
    ),
  limit: z.coerce.number().int().min(1).max(500).default(50).describe("Detections on a page."),
  cursor: z.string().max(200).optional().describe("The `nextCursor` of the page before."),
});

export type DetectionQueryParameters = z.output<typeof detectionQuerySchema>;

export function filterOf(query: DetectionQueryParameters): DetectionFilter {
  const { status, disposition, severity, severityGte, technique, host, user, rule, since, until } = query;
  return {
    ...(status && { status: { in: status } }),
    ...(disposition && { disposition: { in: disposition } }),
    ...((severity ?? severityGte) && {
      severity: { ...(severity && { in: severity }), ...(severityGte && { gte: severityGte }) },
    }),
    ...(technique && { attack: { any: technique } }),
    ...(host && { host: { in: host } }),
    ...(user && { user: { in: user } }),
    ...(rule && { rule: { in: rule } }),
    ...((since ?? until) && {
      time: { ...(since && { gte: new Date(since) }), ...(until && { lt: new Date(until) }) },
    }),
  };
}
