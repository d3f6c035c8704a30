/** Where a detection stands; stored as its place in this list. */
export const detectionStatuses = ["NEW", "IN_PROGRESS", "CLOSED"] as const;
export type DetectionStatus = (typeof detectionStatuses)[number];

/** What it turned out to be; stored as its place in this list. */
export const dispositions = [
  "UNDETERMINED",
  "TRUE_POSITIVE",
  "BENIGN_TRUE_POSITIVE",
  "FALSE_POSITIVE",
  "TEST",
  "DUPLICATE",
] as const;
export type Disposition = (typeof dispositions)[number];

/** What can be done to a detection. */
export const activityKinds = ["STATUS", "DISPOSITION", "ASSIGNEE", "REASON", "COMMENT", "SEVERITY"] as const;
export type ActivityKind = (typeof activityKinds)[number];
