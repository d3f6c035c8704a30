import { type EventField, eventFields, type StoredEvent, timeOrigins } from "../../detection/index.ts";
import { uuidTimeMs } from "../../store/index.ts";
import { builder } from "../builder.ts";
import { TimeOriginEnum } from "../enums.ts";
import { readNames } from "../ids.ts";
import { DetectionRef } from "./detectionRef.ts";

const EventFieldRef = builder.objectRef<EventField>("EventField");

EventFieldRef.implement({
  description: "A field of an event, as rules see it.",
  fields: (t) => ({
    name: t.exposeString("name", {
      description: "The name that Sigma rules use; of other fields the path in the record.",
    }),
    values: t.expose("values", {
      type: ["String"],
      nullable: { list: false, items: true },
      description: "As text, several where the record has a list. Null is null.",
    }),
  }),
});

export const EventRef = builder.objectRef<StoredEvent>("Event");

EventRef.implement({
  description: "One event, as it came and as it was understood.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "It begins with the time of arrival: ids sort by it." }),
    time: t.expose("time", {
      type: "DateTime",
      description: "When it happened; its arrival if the record does not say.",
    }),
    timeOrigin: t.field({
      type: TimeOriginEnum,
      nullable: true,
      description: "Where `time` comes from. Null of events that were stored by a version that did not keep it.",
      resolve: ({ timeOrigin }) => (timeOrigin === null ? null : (timeOrigins[timeOrigin] ?? null)),
    }),
    receivedAt: t.field({
      type: "DateTime",
      description: "When it arrived.",
      resolve: ({ id }) => new Date(uuidTimeMs(id)),
    }),
    product: t.exposeString("product", {
      nullable: true,
      description: "What wrote it, such as `windows`; null if that is not known.",
    }),
    categories: t.exposeStringList("categories", { description: "The categories of logsource that it belongs to." }),
    service: t.exposeString("service", {
      nullable: true,
      description: "Which log of the product it is in, such as `security`; null if that is not known.",
    }),
    otherServices: t.stringList({
      description: "Services that it belongs to besides: what Exchange did is in Microsoft 365's audit log too.",
      resolve: ({ otherServices }) => [...(otherServices ?? [])],
    }),
    host: t.exposeString("host", {
      nullable: true,
      description: "The host that it is about; null if the record names none.",
    }),
    user: t.exposeString("user", {
      nullable: true,
      description: "The user that it is about; null if the record names none.",
    }),
    sourceAddress: t.exposeString("sourceAddress", {
      nullable: true,
      description: "Where what was done came from; null if the record does not say.",
    }),
    record: t.exposeString("record", { description: "The record as it came: JSON text, byte for byte." }),
    fields: t.field({
      type: [EventFieldRef],
      description: "The record's fields by the names that rules use, those that are derived included.",
      args: {
        names: t.arg.stringList({ description: "Only these, in their order; those that are not there are absent." }),
      },
      complexity: { field: 5, multiplier: 20 },
      resolve: (event, { names }) => eventFields(event, names ? readNames(names) : undefined),
    }),
    detections: t.field({
      type: [DetectionRef],
      description: "All that it caused, those of rules in state TESTING included.",
      resolve: async ({ id }, _, { loaders }) => [...(await loaders.detectionsOfEvent.load(id))],
    }),
  }),
});
