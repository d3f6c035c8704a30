import type { Detection } from "./detection.ts";
import type { DetectionStatus, Disposition } from "./triage.ts";

/** What people say of a detection. */
export type Triage = Pick<Detection, "status" | "disposition" | "assignee" | "reason">;

/** What is to become of detections. What is absent stays. */
export interface DetectionPatch {
  readonly status?: DetectionStatus;
  readonly disposition?: Disposition;
  /** Null: nobody. */
  readonly assignee?: string | null;
  /** Why it is closed as it is; one that is opened again has none. */
  readonly reason?: string;
  readonly comment?: string;
}

/** Why a detection cannot become what a patch says. */
export type PatchRefusal = "NEEDS_DISPOSITION" | "NOT_CLOSED";

/** What a patch makes of a detection, or why it does not; `same` if it is so already. */
export type Patched =
  | { readonly kind: "change"; readonly triage: Triage }
  | { readonly kind: "same" }
  | { readonly kind: "refused"; readonly code: PatchRefusal };

export function patchDetection(detection: Detection, patch: DetectionPatch): Patched {
  const { comment, ...said } = patch;
  const { status, disposition, assignee, reason } = { ...detection, ...said };
  if (status === "CLOSED" && disposition === "UNDETERMINED") return { kind: "refused", code: "NEEDS_DISPOSITION" };
  if (status !== "CLOSED" && said.reason !== undefined) return { kind: "refused", code: "NOT_CLOSED" };
  const triage: Triage = { status, disposition, assignee, reason: status === "CLOSED" ? reason : null };
  return comment === undefined && isSame(detection, triage) ? { kind: "same" } : { kind: "change", triage };
}

const isSame = (one: Triage, other: Triage): boolean =>
  one.status === other.status &&
  one.disposition === other.disposition &&
  one.assignee === other.assignee &&
  one.reason === other.reason;
