import type {
  AttackFilter,
  Choice,
  LogsourceFilter,
  Ordered,
  RuleState,
  Severity,
  TextFilter,
} from "../rules/index.ts";
import type { Status } from "../sigma/index.ts";
import type { DetectionStatus, Disposition } from "./triage.ts";

/** A choice of texts, letter case included, or whether there is one at all. */
export interface OptionalText extends Choice<string> {
  readonly isNull?: boolean;
}

/** A span of time, half open: `gte <= time < lt`. */
export interface TimeSpan {
  readonly gte?: Date;
  readonly lt?: Date;
}

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
  /** Of the rule as it is now. */
  readonly title?: TextFilter;
  readonly ruleStatus?: Choice<Status>;
  readonly ruleState?: Choice<RuleState>;
  readonly logsource?: LogsourceFilter;
  readonly host?: OptionalText;
  readonly user?: OptionalText;
  readonly sourceAddress?: OptionalText;
  readonly assignee?: OptionalText;
  /** When the event happened. */
  readonly time?: TimeSpan;
  /** When the event arrived. */
  readonly detectedAt?: TimeSpan;
}
