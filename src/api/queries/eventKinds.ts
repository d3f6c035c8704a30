import { type FieldUse, type KindUse, type Presence, useOfKinds } from "../../rules/index.ts";
import { builder, only } from "../builder.ts";
import { daysDescription, defaultDays, readDays } from "../inputs/days.ts";
import { readFirst } from "../inputs/first.ts";
import { limits } from "../limits.ts";
import { EventKindRef } from "../types/coverage.ts";

const FieldUseRef = builder.objectRef<FieldUse>("FieldUse").implement({
  description: "A field of one kind of events, and who asks for it.",
  fields: (t) => ({
    field: t.exposeString("field", {
      description: "The name that Sigma rules use; of other fields the path in the record.",
    }),
    share: t.exposeFloat("share", { description: "The share of the events that carry it, by what was looked at." }),
    rules: t.exposeInt("rules", { description: "Live rules that ask for it." }),
  }),
});

const KindUseRef = builder.objectRef<KindUse>("EventKindUse").implement({
  description: "One kind of events, and what rules make of it.",
  fields: (t) => ({
    kind: t.field({ type: EventKindRef, description: "The events.", resolve: ({ presence }) => presence }),
    rules: t.exposeInt("rules", { description: "Live rules that are about such events." }),
    fields: t.field({
      type: [FieldUseRef],
      description: "The fields that the events carry.",
      resolve: ({ fields }) => [...fields],
    }),
    unusedFields: t.stringList({
      description: "Those that no live rule asks for; keywords, which look into every field, do not count.",
      resolve: ({ unusedFields }) => [...unusedFields],
    }),
    fieldsOmitted: t.field({
      type: "BigInt",
      description: "Occurrences of fields that were not counted: a kind has too many names, or one is too long.",
      resolve: ({ presence }) => BigInt(Math.round(presence.omitted)),
    }),
  }),
});

const defaultKinds = 50;

interface Arrived {
  readonly presence: Presence;
}

const EventKindsRef = builder.objectRef<Arrived>("EventKinds").implement({
  description: "What arrives, by kinds of events.",
  fields: (t) => ({
    kinds: t.field({
      type: [KindUseRef],
      description: "The most frequent first.",
      args: { first: t.arg.int({ defaultValue: defaultKinds, description: `So many, at most ${limits.pageSize}.` }) },
      complexity: ({ first }) => ({ field: 20, multiplier: first ?? defaultKinds }),
      resolve: ({ presence }, { first }, { book }) => {
        const most = readFirst(first ?? defaultKinds);
        const kinds = presence.kinds.toSorted((one, other) => other.events - one.events);
        return [...useOfKinds(kinds.slice(0, most), book.effective.values())];
      },
    }),
    count: t.int({ description: "How many kinds there are.", resolve: ({ presence }) => presence.kinds.length }),
    otherEvents: t.field({
      type: "BigInt",
      description: "Events of further kinds: so many kinds of one day are told apart, and no more.",
      resolve: ({ presence }) => BigInt(Math.round(presence.otherEvents)),
    }),
  }),
});

builder.queryField("eventKinds", (t) =>
  t.field({
    type: EventKindsRef,
    ...only("read"),
    description: "The kinds of events that arrive, with their fields, and which of these no rule uses.",
    args: { days: t.arg.int({ defaultValue: defaultDays, description: daysDescription }) },
    resolve: async (_, { days }, { loaders }) => ({ presence: await loaders.presence.load(readDays(days)) }),
  }),
);
