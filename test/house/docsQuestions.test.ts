import { beforeAll, expect, test } from "vitest";
import { graphql, useApp } from "../setup/app.ts";
import { testNow } from "../setup/rooms.ts";
import { addRule, ingest, ruleYaml } from "../setup/samples.ts";
import { blocksOf, readText } from "./docsPages.ts";

const app = useApp();
const page = readText("docs/api.md");

/** The queries under each heading. */
const questions = page
  .split(/^## /m)
  .slice(1)
  .map((section) => ({
    question: section.slice(0, section.indexOf("\n")),
    queries: blocksOf(section)
      .filter(({ language }) => language === "graphql")
      .map(({ text }) => text),
  }));

const rule = "00000000-0000-4000-8000-000000000001";
const silent = "00000000-0000-4000-8000-000000000002";
const exception = [
  "title: Backups mail themselves",
  "id: 00000000-0000-4000-8000-00000000000f",
  "logsource:",
  "  product: windows",
  "  category: ps_script",
  "filter:",
  "  rules:",
  `    - ${rule}`,
  "  selection:",
  "    Computer: WS-014",
  "  condition: not selection",
].join("\n");

let detection: string;
let event: string;

beforeAll(async () => {
  const { rooms } = app();
  await addRule(rooms, { id: rule, title: "Mail", level: "high" });
  await addRule(rooms, { id: silent, title: "Silent", needle: "never" });
  const { detections } = await ingest(rooms, { host: "WS-014" }, { host: "WS-014" }, { host: "WS-015" });
  detection = detections[0]?.id ?? "";
  const { data } = await graphql<{ detection: { event: { id: string } } }>(
    app(),
    "viewer",
    `{ detection(id: "${detection}") { event { id } } }`,
  );
  event = data.detection.event.id;
});

test("the page has ten questions, each with its query", () => {
  expect(questions).toHaveLength(10);
  for (const { question, queries } of questions) expect([question, queries.length]).not.toEqual([question, 0]);
});

/** What each question is asked with, and what its answer must say of the events above. */
const answers: Readonly<Record<string, { readonly variables?: () => object; readonly says: object }>> = {
  OpenExfiltration: {
    says: { detections: { totalCount: { value: 3 }, nodes: [{ severity: "HIGH" }, {}, {}] } },
  },
  HeatMap: { says: { navigatorLayer: { url: expect.stringContaining("/attack/layer.json?") as string } } },
  Dashboard: {
    says: {
      detectionStats: {
        total: 3,
        topHosts: [
          { value: "WS-014", count: 2 },
          { value: "WS-015", count: 1 },
        ],
      },
    },
  },
  Investigate: {
    variables: () => ({ detection }),
    says: { detection: { rule: { title: "Mail" }, sameHost: [{ rule: { title: "Mail" } }] } },
  },
  WhyNot: { variables: () => ({ rule: silent, event }), says: { explain: { verdict: "NO_MATCH" } } },
  TryToClose: {
    variables: () => ({ rule, host: "WS-014" }),
    says: { updateDetections: { matched: { value: 2 }, changedCount: 2, refusedCount: 0 } },
  },
  Close: {
    variables: () => ({ rule, host: "WS-014", count: 2 }),
    says: { updateDetections: { changedCount: 2, userErrors: [] } },
  },
  Preview: {
    variables: () => ({ filter: exception }),
    says: { previewFilter: { looked: 3, hidden: 2, isComplete: true } },
  },
  NeverFired: {
    says: { rules: { totalCount: 1, nodes: [{ id: silent, lastFired: null, coverage: { verdict: "CAN_FIRE" } }] } },
  },
  TryRule: {
    variables: () => ({ yaml: ruleYaml({ id: "00000000-0000-4000-8000-000000000003", title: "New" }) }),
    says: { testRule: { looked: 3, matched: 3, isComplete: true } },
  },
  Poll: { says: { detections: { nodes: [{}, {}, {}], pageInfo: { hasNextPage: false } } } },
};

test.each(
  questions.flatMap(({ question, queries }) =>
    queries.map((query) => ({ question, query, name: /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? "" })),
  ),
)("$name answers: $question", async ({ name, query }) => {
  const answer = answers[name];
  expect(answer).toBeDefined();
  const { status, data, errors } = await graphql(app(), "analyst", query, answer?.variables?.());
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  expect(data).toMatchObject(answer?.says ?? {});
});

test("the service's clock is what relative times are relative to", () => {
  expect(app().rooms.clock()).toEqual(testNow);
});
