/** How long the buckets of roll-ups are, in minutes. All begin at midnight UTC, those of four days counted from 1970. */
export const bucketMinutes = [5_760, 1_440, 360, 60, 15] as const;
export type BucketMinutes = (typeof bucketMinutes)[number];

/** What a roll-up tells detections apart by. Each is a column of `detection` too, or is told by `kind`. */
export type CountKey = "severity" | "status" | "disposition" | "ruleId";

/** Of whom most detections are asked for. Stored as its place in this list. */
export const entityKinds = ["host", "user", "sourceAddress"] as const;
export type EntityKind = (typeof entityKinds)[number];

export const entityColumns = { host: "host", user: "user_name", sourceAddress: "source_address" } as const;
export const keyColumns = {
  severity: "severity",
  status: "status",
  disposition: "disposition",
  ruleId: "rule_id",
} as const satisfies Record<CountKey, string>;

/** The roll-ups by key: what they tell apart, and the buckets that they have. */
export const rollups = {
  triage: { keys: ["severity", "status", "disposition"], minutes: [1_440, 360, 60, 15] },
  rule: { keys: ["ruleId", "severity"], minutes: [5_760, 1_440, 360, 60] },
} as const satisfies Record<string, Rollup>;

/** The buckets of each kind. Users and addresses may be as many as detections: hours of them would be the most of all that is stored. */
export const entityMinutes: Readonly<Record<EntityKind, readonly BucketMinutes[]>> = {
  host: [5_760, 1_440, 360, 60],
  user: [5_760, 1_440, 360],
  sourceAddress: [5_760, 1_440, 360],
};

interface Rollup {
  readonly keys: readonly CountKey[];
  readonly minutes: readonly BucketMinutes[];
}
