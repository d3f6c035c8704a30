import { type DetectionPatch, updateDetections, type UpdateResult } from "../../detection/index.ts";
import { dropNulls } from "../absent.ts";
import { builder, only } from "../builder.ts";
import { DetectionStatusEnum, DispositionEnum } from "../enums.ts";
import { readIds, readText, readUuid } from "../ids.ts";
import { DetectionRef } from "../types/detectionRef.ts";
import { UserErrorRef } from "../types/userError.ts";

const UpdatePayload = builder.objectRef<UpdateResult>("UpdateDetectionsPayload");

UpdatePayload.implement({
  fields: (t) => ({
    changed: t.field({ type: [DetectionRef], resolve: ({ changed }) => [...changed] }),
    unchanged: t.field({
      type: [DetectionRef],
      description: "Already so.",
      resolve: ({ unchanged }) => [...unchanged],
    }),
    userErrors: t.field({ type: [UserErrorRef], resolve: ({ refused }) => [...refused] }),
  }),
});

builder.mutationField("updateDetections", (t) =>
  t.field({
    type: UpdatePayload,
    ...only("triage"),
    description: "Sets status and disposition of detections, one or many. Closing needs a disposition.",
    args: {
      ids: t.arg.idList({ required: true }),
      status: t.arg({ type: DetectionStatusEnum }),
      disposition: t.arg({ type: DispositionEnum }),
      comment: t.arg.string({ description: "Kept in the activity of each." }),
      expectedVersion: t.arg.int({ description: "The `version` that the change was decided on; for one detection." }),
    },
    resolve: async (_, args, { principal, rooms }) => {
      const { ids: given, expectedVersion, ...patch } = dropNulls(args);
      const ids = readIds(given);
      readText(patch.comment ?? "", "comment");
      const known = ids.flatMap((id) => readUuid(id) ?? []);
      const update = {
        ids: known,
        patch: patch satisfies DetectionPatch,
        ...(expectedVersion !== undefined && { expectedVersion }),
      };
      const result = await updateDetections(rooms.database, principal, update, rooms.clock());
      const unknown = ids.filter((id) => readUuid(id) === undefined);
      return { ...result, refused: [...result.refused, ...unknown.map(notFound)] };
    },
  }),
);

const notFound = (id: string) => ({ id, code: "NOT_FOUND", message: "there is no such detection" }) as const;
