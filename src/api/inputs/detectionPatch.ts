import type { DetectionPatch, DetectionStatus, Disposition } from "../../detection/index.ts";
import { clientError } from "../errors.ts";
import { readText } from "../ids.ts";
import { limits } from "../limits.ts";

type Maybe<T> = T | null | undefined;

export interface PatchArguments {
  readonly status?: Maybe<DetectionStatus>;
  readonly disposition?: Maybe<Disposition>;
  readonly assignee?: Maybe<string>;
  readonly reason?: Maybe<string>;
  readonly comment?: Maybe<string>;
}

/** What is to become of detections. Null is absence, but for the assignee: it takes the one there is away. */
export function readPatch({ status, disposition, assignee, reason, comment }: PatchArguments): DetectionPatch {
  return {
    ...(status != null && { status }),
    ...(disposition != null && { disposition }),
    ...(assignee !== undefined && { assignee: assignee === null ? null : readAssignee(assignee) }),
    ...(reason != null && { reason: readNote(reason, "reason") }),
    ...(comment != null && { comment: readNote(comment, "comment") }),
  };
}

function readAssignee(given: string): string {
  const name = readText(given, "assignee").trim();
  if (name.length >= 1 && name.length <= limits.nameLength) return name;
  throw clientError("BAD_USER_INPUT", `assignee: a name has 1 to ${limits.nameLength} characters; null is nobody`);
}

function readNote(text: string, name: string): string {
  if (text.trim() !== "" && text.length <= limits.noteLength) return readText(text, name);
  throw clientError("BAD_USER_INPUT", `${name}: a text of 1 to ${limits.noteLength} characters is wanted`);
}

interface ScopeArguments<Filter> {
  readonly ids?: readonly string[];
  readonly filter?: Filter;
  readonly includeTests?: boolean;
  readonly expectedCount?: number;
  readonly expectedVersion?: number;
  readonly dryRun?: boolean;
}

/** Which detections an update is for. */
export type Scope<Filter = object> =
  | {
      readonly kind: "ids";
      readonly ids: readonly string[];
      readonly expectedVersion: number | undefined;
      readonly dryRun: boolean;
    }
  | {
      readonly kind: "filter";
      readonly filter: Filter;
      readonly includeTests: boolean;
      readonly expectedCount: number | undefined;
      readonly dryRun: boolean;
    };

/** Reads which detections an update is for. By a filter it is guarded by the count that a dry run has told. */
export function readScope<Filter>(args: ScopeArguments<Filter>): Scope<Filter> {
  const { ids, filter, expectedVersion, expectedCount, includeTests = false, dryRun = false } = args;
  const refuse = (message: string) => clientError("BAD_USER_INPUT", message);
  if (ids !== undefined && filter === undefined) {
    if (expectedVersion !== undefined && ids.length !== 1)
      throw refuse(`expectedVersion is for one detection: ${ids.length} ids were given`);
    if (expectedCount !== undefined) throw refuse("expectedCount goes with a filter, not with ids");
    return { kind: "ids", ids, expectedVersion, dryRun };
  }
  if (filter === undefined || ids !== undefined) throw refuse("give `ids` or `filter`, one of them");
  if (expectedVersion !== undefined)
    throw refuse("expectedVersion goes with the id of one detection, not with a filter");
  if (expectedCount === undefined && !dryRun)
    throw refuse("an update by filter needs expectedCount: ask with dryRun first, `matched` is the count");
  return { kind: "filter", filter, includeTests, expectedCount, dryRun };
}
