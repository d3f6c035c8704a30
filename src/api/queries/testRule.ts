import {
  type IncomingRecord,
  maxTestResults,
  type Rejection,
  type RuleTest,
  type TestedEvent,
  type TestGround,
  testRule,
} from "../../detection/index.ts";
import { explain } from "../../engine/index.ts";
import { draftAsMatched, readDraft, type RuleBook, type RuleEntry } from "../../rules/index.ts";
import type { Problem, Rule } from "../../sigma/index.ts";
import { builder, only } from "../builder.ts";
import type { ApiContext } from "../context.ts";
import { clientError } from "../errors.ts";
import { readIds, readUuid } from "../ids.ts";
import type { InputOf } from "../inputs/comparators.ts";
import { EventInput, readEvents } from "../inputs/eventInput.ts";
import { RecentEventsInput, readRecent } from "../inputs/recentEvents.ts";
import { limits } from "../limits.ts";
import { EventRef } from "../types/event.ts";
import { EvidenceRef } from "../types/evidence.ts";
import { ExplanationRef, VerdictEnum } from "../types/explanation.ts";
import { located, ProblemRef } from "../types/problem.ts";
import { RejectionRef } from "../types/rejection.ts";
import { findRule } from "./explain.ts";

/** The rule of a test. */
interface Tested {
  readonly rule: Rule;
  /** Null of a text that was given. */
  readonly entry: RuleEntry | null;
}

interface Result extends TestedEvent, Tested {}

const RuleTestResultRef = builder.objectRef<Result>("RuleTestResult").implement({
  description: "What a rule says of one event.",
  fields: (t) => ({
    index: t.exposeInt("index", {
      nullable: true,
      description: "The place in `records` or `events`, counted from 0. Null with `last`.",
    }),
    event: t.field({
      type: EventRef,
      nullable: true,
      description: "Null of a record that was given.",
      resolve: ({ stored }) => stored,
    }),
    verdict: t.expose("verdict", { type: VerdictEnum, description: "Whether it matches." }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "Why it matched.",
      resolve: ({ evidence, rule }) => evidence.map((entry) => ({ ...entry, rule: () => Promise.resolve(rule) })),
    }),
    evidenceOmitted: t.exposeInt("evidenceOmitted", { description: "Entries of evidence that are not listed." }),
    explanation: t.field({
      type: ExplanationRef,
      description: "Why, or why not: what each part of the rule asked.",
      complexity: { field: 20, multiplier: 1 },
      resolve: ({ rule, entry, event, stored }) => ({ rule: entry, event: stored, explanation: explain(rule, event) }),
    }),
  }),
});

interface TestAnswer {
  readonly yaml: string;
  readonly problems: readonly Problem<string>[];
  readonly rejected: readonly Rejection[];
  /** Absent if the text has an error. */
  readonly tested?: Tested & { readonly test: RuleTest };
}

const RuleTestRef = builder.objectRef<TestAnswer>("RuleTest").implement({
  description: "What a rule finds, without being stored.",
  fields: (t) => ({
    problems: t.field({
      type: [ProblemRef],
      description: "What is wrong with a text that was given. If there is an error, no event was looked at.",
      resolve: ({ problems, yaml }) => located(problems, yaml),
    }),
    looked: t.int({
      description: "Events that were looked at; with `last` only those that the rule's logsource is about.",
      resolve: ({ tested }) => tested?.test.looked ?? 0,
    }),
    matched: t.int({ description: "How many match.", resolve: ({ tested }) => tested?.test.matched ?? 0 }),
    isComplete: t.boolean({
      description: "False if `last` may have more events than were looked at: ask for more, or for a shorter time.",
      resolve: ({ tested }) => tested?.test.isComplete ?? true,
    }),
    results: t.field({
      type: [RuleTestResultRef],
      description: `The events that match, then the others; with \`last\` only those that match, the newest first. At most ${maxTestResults}.`,
      complexity: { multiplier: maxTestResults },
      resolve: ({ tested }) => (tested ? tested.test.results.map((one) => ({ ...tested, ...one })) : []),
    }),
    resultsOmitted: t.int({
      description: "Events that could be listed and are not.",
      resolve: ({ tested }) => tested?.test.resultsOmitted ?? 0,
    }),
    rejected: t.field({
      type: [RejectionRef],
      description: "Records that are none, and ids that no event has.",
      resolve: ({ rejected }) => [...rejected],
    }),
  }),
});

builder.queryField("testRule", (t) =>
  t.field({
    type: RuleTestRef,
    ...only("triage"),
    description:
      "Which events a rule finds: a stored one, or a text before it is stored. It is evaluated as it would be matched, with pipelines, lists and filters.",
    args: {
      rule: t.arg.id({ description: "A stored rule. Give this or `yaml`." }),
      yaml: t.arg.string({ description: "One Sigma rule." }),
      records: t.arg({ type: [EventInput], description: "Records to look at. Give this, `events` or `last`." }),
      events: t.arg.idList({ description: "The ids of stored events to look at." }),
      last: t.arg({
        type: RecentEventsInput,
        description: "The newest stored events, in place of some that are named.",
      }),
    },
    complexity: { field: 1_000, multiplier: 1 },
    resolve: async (_, args, context) => {
      const { problems, tested } = readSubject(args, context);
      const { ground, rejected } = readGround(args, context);
      const answer = { yaml: args.yaml ?? "", problems, rejected };
      if (!tested) return answer;
      const { rooms, principal } = context;
      const test = await testRule(rooms.database, principal.tenantId, tested.rule, ground);
      return { ...answer, rejected: [...rejected, ...test.missing], tested: { ...tested, test } };
    },
  }),
);

interface SubjectArguments {
  readonly rule?: string | null | undefined;
  readonly yaml?: string | null | undefined;
}

function readSubject(
  { rule: id, yaml }: SubjectArguments,
  { book, rooms }: ApiContext,
): { readonly problems: readonly Problem<string>[]; readonly tested?: Tested } {
  if (id != null && yaml == null) {
    const { rule, entry } = findRule(book, id);
    return { problems: [], tested: { rule, entry } };
  }
  if (yaml == null || id != null) throw clientError("BAD_USER_INPUT", "give `rule` or `yaml`, one of them");
  return readText(yaml, book, rooms.clock());
}

function readText(yaml: string, book: RuleBook, now: Date): ReturnType<typeof readSubject> {
  const draft = readDraft(yaml, book, now);
  if (!("document" in draft)) {
    if (draft.refusal) throw clientError("BAD_USER_INPUT", `yaml: ${draft.refusal.message}`);
    return draft;
  }
  const rule = draftAsMatched(book, draft);
  if (rule) return { problems: draft.problems, tested: { rule, entry: null } };
  const instead = draft.document.kind === "filter" ? ": `previewFilter` shows what it hides" : "";
  throw clientError("BAD_USER_INPUT", `yaml: a ${draft.document.kind} cannot be tested on events${instead}`);
}

interface GroundArguments {
  readonly records?: readonly InputOf<typeof EventInput>[] | null | undefined;
  readonly events?: readonly string[] | null | undefined;
  readonly last?: InputOf<typeof RecentEventsInput> | null | undefined;
}

function readGround(
  { records, events, last }: GroundArguments,
  { rooms }: ApiContext,
): { readonly ground: TestGround; readonly rejected: readonly Rejection[] } {
  if ([records, events, last].filter((one) => one != null).length !== 1) {
    throw clientError("BAD_USER_INPUT", "give `records`, `events` or `last`, one of them");
  }
  if (last) return { ground: readRecent(last, rooms.clock()), rejected: [] };
  if (events) {
    readIds(events);
    const read = events.map((id, index) => ({ id: readUuid(id), index, given: id }));
    const unknown = read.filter(({ id }) => id === undefined);
    const ids = read.flatMap(({ id, index }) => (id === undefined ? [] : [{ id, index }]));
    return { ground: { kind: "events", ids }, rejected: unknown.map(({ given, index }) => notFound(given, index)) };
  }
  const read = readRecords(records ?? []);
  const own = read.filter((one) => "record" in one);
  return { ground: { kind: "records", records: own }, rejected: read.filter((one) => "code" in one) };
}

const notFound = (id: string, index: number): Rejection => ({
  index,
  code: "NOT_FOUND",
  message: `there is no event ${id}`,
});

function readRecords(inputs: readonly InputOf<typeof EventInput>[]): (IncomingRecord | Rejection)[] {
  if (inputs.length > limits.listLength) {
    throw clientError(
      "BAD_USER_INPUT",
      `${inputs.length} records were given, at most ${limits.listLength} are allowed`,
    );
  }
  const read = inputs.flatMap((input, index) => [...readEvents(input, index)]);
  if (read.length <= limits.testEvents) return read;
  throw clientError(
    "BAD_USER_INPUT",
    `the records hold ${read.length} events, at most ${limits.testEvents} are looked at`,
  );
}
