import {
  type Count,
  countsOf,
  type MatchingResult,
  notFound,
  updateDetections,
  updateMatching,
  type UpdateResult,
} from "../../detection/index.ts";
import { dropNulls } from "../absent.ts";
import { builder, only } from "../builder.ts";
import type { ApiContext } from "../context.ts";
import { DetectionStatusEnum, DispositionEnum } from "../enums.ts";
import { readIds, readUuid } from "../ids.ts";
import { DetectionFilterInput, readDetectionFilter } from "../inputs/detectionFilter.ts";
import { readPatch, readScope, type Scope } from "../inputs/detectionPatch.ts";
import { limits } from "../limits.ts";
import { CountRef } from "../types/count.ts";
import { DetectionRef } from "../types/detectionRef.ts";
import { type UserError, UserErrorRef } from "../types/userError.ts";

interface UpdatePayload {
  readonly matched: Count;
  readonly result: UpdateResult;
  readonly counts: ReturnType<typeof countsOf>;
  /** Why nothing was done at all. */
  readonly refusal?: UserError;
}

const UpdatePayloadRef = builder.objectRef<UpdatePayload>("UpdateDetectionsPayload");

const atMost = `At most ${limits.listLength} of them.`;
/** What lists of a payload are counted with: how long they get is known when they are there. */
const complexity = { multiplier: limits.defaultPageSize };

UpdatePayloadRef.implement({
  description: "What an update came to: each detection is changed, unchanged or refused.",
  fields: (t) => ({
    matched: t.expose("matched", {
      type: CountRef,
      description: "How many of the ids are there, or the filter found.",
    }),
    changed: t.field({
      type: [DetectionRef],
      description: `As they are now; in a dry run those that would change, as they still are. ${atMost}`,
      complexity,
      resolve: ({ result }) => [...result.changed],
    }),
    changedCount: t.int({
      description: "Detections that are changed, or would be in a dry run.",
      resolve: ({ counts }) => counts.changed,
    }),
    unchanged: t.field({
      type: [DetectionRef],
      description: `Already so. ${atMost}`,
      complexity,
      resolve: ({ result }) => [...result.unchanged],
    }),
    unchangedCount: t.int({
      description: "Detections that were so already.",
      resolve: ({ counts }) => counts.unchanged,
    }),
    userErrors: t.field({
      type: [UserErrorRef],
      description: `What was refused, by id; one without an id says why nothing was done at all. ${atMost}`,
      resolve: ({ result, refusal }) => [...(refusal ? [refusal] : []), ...result.refused],
    }),
    refusedCount: t.int({ description: "Detections that were refused.", resolve: ({ counts }) => counts.refused }),
  }),
});

builder.mutationField("updateDetections", (t) =>
  t.field({
    type: UpdatePayloadRef,
    ...only("triage"),
    description:
      "Changes what people say of detections: of one or many by `ids`, or of all that `filter` finds. Closing needs a disposition.",
    args: {
      ids: t.arg.idList({
        description: `The detections, at most ${limits.listLength.toLocaleString("en")}. Give this or \`filter\`.`,
      }),
      filter: t.arg({
        type: DetectionFilterInput,
        description: `In place of ids: at most ${limits.matching} detections. Ask with \`dryRun\` first.`,
      }),
      includeTests: t.arg.boolean({
        defaultValue: false,
        description: "With a filter: also those of rules in state TESTING.",
      }),
      expectedCount: t.arg.int({
        description:
          "With a filter: how many it found in the dry run. If it finds another number now, nothing is done.",
      }),
      dryRun: t.arg.boolean({
        defaultValue: false,
        description: "Says what would become of them and changes nothing.",
      }),
      status: t.arg({ type: DetectionStatusEnum, description: "Where the work stands from now on. Absent: as it is." }),
      disposition: t.arg({ type: DispositionEnum, description: "What it turned out to be. Absent: as it is." }),
      assignee: t.arg.string({ description: "Who works on it from now on: a name. Null: nobody." }),
      reason: t.arg.string({ description: "Why it is closed as it is. Opening it again takes the reason away." }),
      comment: t.arg.string({ description: "Kept in the activity of each." }),
      expectedVersion: t.arg.int({
        description: "The `version` that the change was decided on: for one detection, given by its id.",
      }),
    },
    resolve: async (_, args, context) => {
      const patch = readPatch(args);
      const scope = readScope(dropNulls(args));
      return scope.kind === "ids"
        ? await updateByIds(context, scope, patch)
        : await updateByFilter(context, scope, patch);
    },
  }),
);

type Patch = ReturnType<typeof readPatch>;

async function updateByIds(
  { principal, rooms }: ApiContext,
  { ids: given, expectedVersion, dryRun }: Extract<Scope, { kind: "ids" }>,
  patch: Patch,
): Promise<UpdatePayload> {
  const ids = readIds(given);
  const expected = new Map(ids.flatMap((id) => readUuid(id) ?? []).map((id) => [id, expectedVersion]));
  const updated = await updateDetections(rooms.database, principal, { expected, patch, dryRun }, rooms.clock());
  const unknown = ids.filter((id) => readUuid(id) === undefined).map(notFound);
  const result = { ...updated, refused: [...updated.refused, ...unknown] };
  const missing = result.refused.filter(({ code }) => code === "NOT_FOUND").length;
  return { matched: { value: ids.length - missing, isExact: true }, result, counts: countsOf(result) };
}

async function updateByFilter(
  { principal, rooms, book }: ApiContext,
  { filter, includeTests, dryRun, expectedCount }: Extract<Scope, { kind: "filter" }>,
  patch: Patch,
): Promise<UpdatePayload> {
  const now = rooms.clock();
  const query = { tenantId: principal.tenantId, book, filter: readDetectionFilter(filter, now), includeTests };
  const update = { patch, dryRun, listed: limits.listLength, ...(expectedCount !== undefined && { expectedCount }) };
  return payloadOf(await updateMatching(rooms.database, principal, { query, update }, now), expectedCount);
}

const nothing: UpdateResult = { changed: [], unchanged: [], refused: [] };

function payloadOf(outcome: MatchingResult, expectedCount: number | undefined): UpdatePayload {
  const undone = (matched: Count, refusal: UserError) => ({
    matched,
    refusal,
    result: nothing,
    counts: countsOf(nothing),
  });
  switch (outcome.kind) {
    case "done":
      return { matched: { value: outcome.found, isExact: true }, result: outcome.result, counts: outcome.counts };
    case "TOO_MANY":
      return undone(
        { value: limits.matching, isExact: false },
        {
          code: "TOO_MANY",
          message: `the filter finds more than ${limits.matching} detections, as many are changed at once: narrow it`,
        },
      );
    case "COUNT_MISMATCH":
      return undone(
        { value: outcome.found, isExact: true },
        {
          code: "COUNT_MISMATCH",
          message: `the filter finds ${outcome.found} detections, not ${expectedCount}: look at them again with dryRun`,
        },
      );
  }
}
