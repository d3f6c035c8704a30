import { randomUUID } from "node:crypto";
import { draftFilter, type FilterDraftResult } from "../../detection/index.ts";
import { builder, only } from "../builder.ts";
import { readIds, readUuid } from "../ids.ts";
import { UserErrorRef } from "../types/userError.ts";

const FilterDraftRef = builder.objectRef<FilterDraftResult>("FilterDraft").implement({
  description: "A filter that is ready to be looked over, previewed and stored.",
  fields: (t) => ({
    yaml: t.string({
      nullable: true,
      description: "The filter's text; null if there is none.",
      resolve: (result) => ("yaml" in result ? result.yaml : null),
    }),
    userErrors: t.field({
      type: [UserErrorRef],
      description: "Why there is no text.",
      resolve: (result) => ("code" in result ? [result] : []),
    }),
  }),
});

builder.queryField("draftFilter", (t) =>
  t.field({
    type: FilterDraftRef,
    ...only("triage"),
    description: "Writes a filter that hides events like that of a detection, for its rule. Nothing is stored.",
    args: {
      detection: t.arg.id({ required: true, description: "The id of a detection whose event is still kept." }),
      fields: t.arg.stringList({
        required: true,
        description: "Fields of the event, by their Sigma names: events that have the same in all of them are hidden.",
      }),
    },
    complexity: { field: 100, multiplier: 1 },
    resolve: async (_, { detection, fields }, { book, rooms, principal }) => {
      const detectionId = readUuid(detection);
      if (detectionId === undefined) return { code: "NOT_FOUND", message: "there is no such detection" } as const;
      const request = { tenantId: principal.tenantId, book, detectionId, fields: readIds(fields), id: randomUUID() };
      return await draftFilter(rooms.database, request);
    },
  }),
);
