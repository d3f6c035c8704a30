import { readStoredEvent } from "../../detection/index.ts";
import { explain } from "../../engine/index.ts";
import { type Event, normalise } from "../../event/index.ts";
import { type RuleBook, ruleAsMatched, type RuleEntry } from "../../rules/index.ts";
import type { Rule } from "../../sigma/index.ts";
import { builder, only } from "../builder.ts";
import { clientError } from "../errors.ts";
import { readUuid } from "../ids.ts";
import { DeclaredLogsource, readEvents } from "../inputs/eventInput.ts";
import { ExplanationRef } from "../types/explanation.ts";

/** It evaluates a rule and tells of every part. */
const complexity = { field: 100, multiplier: 1 };

builder.queryField("explain", (t) =>
  t.field({
    type: ExplanationRef,
    ...only("read"),
    description:
      "Why a rule matches a stored event, or why it does not. Switched-off and deleted rules are explained too.",
    args: {
      rule: t.arg.id({ required: true, description: "The rule's `id`." }),
      event: t.arg.id({ required: true, description: "The id of a stored event." }),
    },
    complexity,
    resolve: async (_, args, { book, loaders }) => {
      const { entry, rule } = findRule(book, args.rule);
      const uuid = readUuid(args.event);
      const event = uuid === undefined ? null : await loaders.event.load(uuid);
      if (event === null) throw clientError("BAD_USER_INPUT", `there is no event ${args.event}`);
      return { rule: entry, event, explanation: explain(rule, readStoredEvent(event)) };
    },
  }),
);

builder.queryField("explainRecord", (t) =>
  t.field({
    type: ExplanationRef,
    ...only("read"),
    description: "The same of a record that is given with the question; nothing is stored.",
    args: {
      rule: t.arg.id({ required: true, description: "The rule's `id`." }),
      record: t.arg({ type: "JSON", required: true, description: "A JSON object, or a string that holds one." }),
      logsource: t.arg({ type: DeclaredLogsource, description: "What the event is, whatever the record shows." }),
    },
    complexity,
    resolve: (_, { rule: id, record, logsource }, { book }) => {
      const { entry, rule } = findRule(book, id);
      return { rule: entry, event: null, explanation: explain(rule, eventOf({ record, logsource })) };
    },
  }),
);

/** A rule with what is evaluated of it. */
export function findRule(book: RuleBook, id: string): { readonly entry: RuleEntry; readonly rule: Rule } {
  const entry = book.byIdentity.get(id);
  if (entry === undefined) throw clientError("BAD_USER_INPUT", `there is no rule ${id}`);
  const rule = ruleAsMatched(book, entry);
  if (rule !== undefined) return { entry, rule };
  const reason = entry.kind === "rule" ? "has an error: see its problems" : `is a ${entry.kind}`;
  throw clientError("BAD_USER_INPUT", `${id} cannot be explained: it ${reason}`);
}

function eventOf(input: Parameters<typeof readEvents>[0]): Event {
  const [read, another] = readEvents(input, 0);
  if (read === undefined || another !== undefined) {
    throw clientError("BAD_USER_INPUT", "record: it holds several events, or none: give one of them");
  }
  if ("code" in read) throw clientError("BAD_USER_INPUT", `record: ${read.code}: ${read.message}`);
  return normalise(read.record, read.logsource);
}
