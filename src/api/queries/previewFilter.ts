import { type FilterPreview, previewFilter } from "../../detection/index.ts";
import { readDraft } from "../../rules/index.ts";
import type { Problem } from "../../sigma/index.ts";
import { dropNulls } from "../absent.ts";
import { builder, only } from "../builder.ts";
import { DispositionEnum } from "../enums.ts";
import { clientError } from "../errors.ts";
import { TimeComparator } from "../inputs/comparators.ts";
import { within } from "../inputs/recentEvents.ts";
import { readSpan } from "../inputs/times.ts";
import { limits } from "../limits.ts";
import { DetectionRef } from "../types/detectionRef.ts";
import { located, ProblemRef } from "../types/problem.ts";
import { RuleRef } from "../types/rule.ts";

const HiddenOfRuleRef = builder.objectRef<FilterPreview["byRule"][number]>("HiddenOfRule").implement({
  description: "What a filter would have hidden of one rule's detections.",
  fields: (t) => ({
    rule: t.field({ type: RuleRef, description: "The rule as it is now.", resolve: ({ rule }) => rule }),
    looked: t.exposeInt("looked", { description: "Its detections that were looked at and have their event." }),
    hidden: t.exposeInt("hidden", { description: "Those of them that would not be there." }),
  }),
});

const HiddenByDispositionRef = builder
  .objectRef<FilterPreview["byDisposition"][number]>("HiddenByDisposition")
  .implement({
    description: "What a filter would have hidden of what people have judged so.",
    fields: (t) => ({
      disposition: t.expose("disposition", { type: DispositionEnum, description: "What people said of them." }),
      hidden: t.exposeInt("hidden", { description: "Detections that would not be there." }),
    }),
  });

interface PreviewAnswer {
  readonly yaml: string;
  readonly problems: readonly Problem<string>[];
  /** Absent if the text has an error. */
  readonly preview?: FilterPreview;
}

const FilterPreviewRef = builder.objectRef<PreviewAnswer>("FilterPreview").implement({
  description: "What a filter would have hidden of the detections that are there. Nothing is stored.",
  fields: (t) => ({
    problems: t.field({
      type: [ProblemRef],
      description: "What is wrong with the text. If there is an error, no detection was looked at.",
      resolve: ({ problems, yaml }) => located(problems, yaml),
    }),
    rules: t.int({
      description: "Rules that the filter is for.",
      resolve: ({ preview }) => preview?.rules.length ?? 0,
    }),
    looked: t.int({
      description: "Detections of these rules that were looked at, the newest first; those of rules in TESTING too.",
      resolve: ({ preview }) => preview?.looked ?? 0,
    }),
    hidden: t.int({
      description: "Detections that would not be there.",
      resolve: ({ preview }) => preview?.hidden ?? 0,
    }),
    withoutEvent: t.int({
      description: "Detections whose event is past its retention: nobody can say.",
      resolve: ({ preview }) => preview?.withoutEvent ?? 0,
    }),
    isComplete: t.boolean({
      description: "False if there may be more detections in the time asked for than were looked at.",
      resolve: ({ preview }) => preview?.isComplete ?? true,
    }),
    byRule: t.field({
      type: [HiddenOfRuleRef],
      description: "Rules with something hidden, the most hidden first.",
      resolve: ({ preview }) => [...(preview?.byRule ?? [])],
    }),
    byDisposition: t.field({
      type: [HiddenByDispositionRef],
      description: "Every disposition: a filter that hides a TRUE_POSITIVE is seldom meant.",
      resolve: ({ preview }) => [...(preview?.byDisposition ?? [])],
    }),
    examples: t.field({
      type: [DetectionRef],
      description: "The newest that would be hidden, at most 20.",
      complexity: { multiplier: 20 },
      resolve: ({ preview }) => [...(preview?.examples ?? [])],
    }),
  }),
});

const defaultLimit = 1_000;

builder.queryField("previewFilter", (t) =>
  t.field({
    type: FilterPreviewRef,
    ...only("triage"),
    description: "What a filter would have hidden: the events of stored detections are looked at again.",
    args: {
      yaml: t.arg.string({ required: true, description: "One Sigma filter." }),
      time: t.arg({ type: TimeComparator, description: "When the events happened; ever if absent." }),
      limit: t.arg.int({
        defaultValue: defaultLimit,
        description: `So many detections are looked at, up to ${limits.testEvents}.`,
      }),
    },
    complexity: { field: 1_000, multiplier: 1 },
    resolve: async (_, { yaml, time, limit }, { book, rooms, principal }) => {
      const most = within(limit ?? defaultLimit, "limit", limits.testEvents);
      const draft = readDraft(yaml, book, rooms.clock());
      if (!("document" in draft)) {
        if (draft.refusal) throw clientError("BAD_USER_INPUT", `yaml: ${draft.refusal.message}`);
        return { yaml, problems: draft.problems };
      }
      const { resolved: filter, document, problems } = draft;
      if (filter?.kind !== "filter") throw clientError("BAD_USER_INPUT", `yaml: this is a ${document.kind}, no filter`);
      const request = {
        tenantId: principal.tenantId,
        book,
        filter,
        time: readSpan(dropNulls(time ?? {}), rooms.clock()),
        limit: most,
      };
      return { yaml, problems, preview: await previewFilter(rooms.database, request, rooms.clock()) };
    },
  }),
);
