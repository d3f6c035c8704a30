import type { AttackFilter, Choice, LogsourceFilter, Ordered, Severity } from "../rules/index.ts";
import type { DetectionStatus, Disposition } from "./triage.ts";

/** Which detections are wanted. All that is given must hold; what is not given does not matter. */
export interface DetectionFilter {
  readonly and?: readonly DetectionFilter[];
  readonly or?: readonly DetectionFilter[];
  readonly not?: DetectionFilter;
  /** By the tags that the rule has now. */
  readonly attack?: AttackFilter;
  /** As frozen on the detection. */
  readonly severity?: Ordered<Severity>;
  readonly status?: Choice<DetectionStatus>;
  readonly disposition?: Choice<Disposition>;
  /** A rule's identity: its Sigma id, else its name, else its title. */
  readonly rule?: Choice<string>;
  readonly logsource?: LogsourceFilter;
  readonly host?: Choice<string>;
  readonly user?: Choice<string>;
  readonly sourceAddress?: Choice<string>;
  /** When the event happened. */
  readonly time?: { readonly gte?: Date; readonly lt?: Date };
}
