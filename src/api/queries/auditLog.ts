import { type AuditChange, type AuditQuery, listAudit, type RecordedAudit } from "../../access/index.ts";
import { dropNulls } from "../absent.ts";
import { builder, only } from "../builder.ts";
import { readText, readUuid } from "../ids.ts";
import { type InputOf, TimeComparator } from "../inputs/comparators.ts";
import { readSpan } from "../inputs/times.ts";
import { connection, pageRequest, pageSize } from "../paging.ts";

const AuditChangeRef = builder.objectRef<AuditChange>("AuditChange").implement({
  description: "One thing that was changed.",
  fields: (t) => ({
    field: t.exposeString("field", { description: "Such as `severityOverride`." }),
    old: t.exposeString("old", { nullable: true, description: "Null: there was nothing. Lists are JSON." }),
    new: t.exposeString("new", { nullable: true, description: "Null: there is nothing now." }),
  }),
});

const AuditEntryRef = builder.objectRef<RecordedAudit>("AuditEntry").implement({
  description: "Who changed what, for everything but detections, which have their activity. Entries are never changed.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "The entry's own id." }),
    at: t.expose("at", { type: "DateTime", description: "When it was done." }),
    actor: t.exposeString("actor", { description: "The name of the key, or the command, that did it." }),
    action: t.exposeString("action", { description: "Such as `rule.configure` or `key.create`." }),
    subject: t.exposeString("subject", { description: "What it was done to, such as a rule's id or a key's name." }),
    changes: t.field({
      type: [AuditChangeRef],
      description: "Field by field; none where there is nothing to compare.",
      resolve: ({ changes }) => [...changes],
    }),
  }),
});

const AuditFilterInput = builder.inputType("AuditFilter", {
  description: "Which entries are wanted. All that is given must hold.",
  fields: (t) => ({
    actor: t.string({ description: "The name of the key, or the command, that did it." }),
    action: t.string({ description: "`rule.create`; `rule.` finds all that was done to rules." }),
    subject: t.string({ description: "What it was done to, such as a rule's id; the whole of it." }),
    at: t.field({ type: TimeComparator, description: "When it was done." }),
  }),
});

function readFilter({ actor, action, subject, at }: InputOf<typeof AuditFilterInput>, now: Date): AuditQuery {
  const { gte, lt } = readSpan(dropNulls(at ?? {}), now);
  return {
    ...(actor != null && { actor: readText(actor, "actor") }),
    ...(action != null && { action: readText(action, "action") }),
    ...(subject != null && { subject: readText(subject, "subject") }),
    ...(gte && { from: gte }),
    ...(lt && { to: lt }),
  };
}

builder.queryField("auditLog", (t) =>
  t.connection(
    {
      type: AuditEntryRef,
      ...only("administer"),
      description: "What admins and commands have changed, newest first.",
      args: { filter: t.arg({ type: AuditFilterInput, description: "Absent: all." }) },
      complexity: (args) => ({ field: 5, multiplier: pageSize(args) }),
      resolve: async (_, args, { principal, rooms }) => {
        const page = pageRequest(args, readUuid);
        const asked = { ...page, limit: page.limit + 1 };
        const found = await listAudit(
          rooms.database,
          principal.tenantId,
          readFilter(args.filter ?? {}, rooms.clock()),
          asked,
        );
        const items = found.slice(0, page.limit);
        const more = found.length > page.limit;
        return connection(
          page.backward
            ? { items: items.reverse(), hasPrevious: more, hasNext: page.before !== undefined }
            : { items, hasNext: more, hasPrevious: page.after !== undefined },
          ({ id }) => id,
        );
      },
    },
    { name: "AuditEntryConnection" },
    { name: "AuditEntryEdge" },
  ),
);
