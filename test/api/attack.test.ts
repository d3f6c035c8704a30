import { beforeAll, expect, test } from "vitest";
import { bearer, graphql, http, useApp } from "../setup/app.ts";
import { addRule, ingest } from "../setup/samples.ts";

const app = useApp();
const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;

// Of this week: one detection of T1048.003, two of T1059.001, of which one rule names its technique too. Of the week before: two of T1048.003.
beforeAll(async () => {
  const { rooms } = app();
  await addRule(rooms, { id: id(1), title: "Mail", needle: "mail-needle" });
  await addRule(rooms, {
    id: id(2),
    title: "Shell",
    needle: "shell-needle",
    tags: ["attack.execution", "attack.t1059", "attack.t1059.001"],
  });
  await addRule(rooms, { id: id(3), title: "Never", needle: "never-needle", tags: ["attack.t1048"] });
  await ingest(
    rooms,
    { script: "mail-needle" },
    { script: "shell-needle" },
    { script: "shell-needle" },
    { script: "mail-needle", time: "2026-11-13T12:00:00.000Z" },
    { script: "mail-needle", time: "2026-11-13T13:00:00.000Z" },
  );
});

const thisWeek = '{ from: "-P7D" }';
const lastWeek = '{ from: "-P14D", to: "-P7D" }';

test("the heat map of the matrix for this week against last is one request", async () => {
  const { data, errors } = await graphql<{
    tactics: readonly {
      readonly shortName: string;
      readonly now: number;
      readonly techniques: readonly { readonly id: string; readonly now: number; readonly before: number }[];
    }[];
  }>(
    app(),
    "viewer",
    `{ tactics { shortName now: detectionCount(range: ${thisWeek}) techniques {
      id now: detectionCount(range: ${thisWeek}) before: detectionCount(range: ${lastWeek})
    } } }`,
  );
  expect(errors).toBeUndefined();
  const warm = data.tactics
    .filter(({ now }) => now > 0)
    .map(({ shortName, now, techniques }) => ({
      shortName,
      now,
      techniques: techniques.filter((one) => one.now + one.before > 0),
    }));
  expect(warm).toEqual([
    {
      shortName: "execution",
      now: 2,
      techniques: [
        { id: "T1059", now: 2, before: 0 },
        { id: "T1059.001", now: 2, before: 0 },
      ],
    },
    {
      shortName: "exfiltration",
      now: 1,
      techniques: [
        { id: "T1048", now: 1, before: 2 },
        { id: "T1048.003", now: 1, before: 2 },
      ],
    },
  ]);
});

test("a technique has its rules, its detections and their course", async () => {
  const { data } = await graphql(
    app(),
    "viewer",
    `
      {
        technique(id: "T1048") {
          rules {
            title
          }
          detections(first: 5) {
            rule {
              title
            }
          }
          trend(range: { from: "2026-11-13T00:00:00Z", to: "2026-11-14T00:00:00Z" }) {
            slots {
              total
            }
          }
        }
      }
    `,
  );
  expect(data).toMatchObject({
    technique: {
      rules: [{ title: "Mail" }, { title: "Never" }],
      detections: [{ rule: { title: "Mail" } }, { rule: { title: "Mail" } }, { rule: { title: "Mail" } }],
    },
  });
  const { slots } = (data as { technique: { trend: { slots: { total: number }[] } } }).technique.trend;
  expect(slots.filter(({ total }) => total > 0)).toHaveLength(2);
});

interface Layers {
  readonly navigatorLayer: { readonly json: string; readonly url: string; readonly scores: readonly object[] } | null;
}

const layer = (args: string) =>
  graphql<Layers>(app(), "viewer", `{ navigatorLayer(${args}) { json url scores { technique { id } score } } }`);

const scoresOf = (json: string | undefined) =>
  (JSON.parse(json ?? "") as { techniques: { techniqueID: string; score: number }[] }).techniques.map(
    ({ techniqueID, score }) => [techniqueID, score],
  );

test.each([
  {
    args: "source: RULES",
    scores: [
      ["T1048", 2],
      ["T1048.003", 1],
      ["T1059", 1],
      ["T1059.001", 1],
    ],
    because: "a rule counts once for a technique, its sub-techniques' rules included",
  },
  {
    args: `source: DETECTIONS, range: ${thisWeek}`,
    scores: [
      ["T1048", 1],
      ["T1048.003", 1],
      ["T1059", 2],
      ["T1059.001", 2],
    ],
    because: "detections count the same way",
  },
  {
    args: `source: DETECTIONS, range: ${thisWeek}, compareTo: ${lastWeek}`,
    scores: [
      ["T1048", -1],
      ["T1048.003", -1],
      ["T1059", 2],
      ["T1059.001", 2],
    ],
    because: "of a comparison it is the difference",
  },
])("a layer of $args: $because", async ({ args, scores }) => {
  const { data, errors } = await layer(args);
  expect(errors).toBeUndefined();
  expect(scoresOf(data.navigatorLayer?.json)).toEqual(scores);
  expect(data.navigatorLayer?.scores).toHaveLength(scores.length);
});

test.each([
  { args: `source: RULES, range: ${thisWeek}`, message: /rules have no range/ },
  { args: "source: DETECTIONS", message: /need a `range`/ },
  { args: 'source: DETECTIONS, range: { from: "-PT1H", to: "-P1D" }', message: /must begin before it ends/ },
])("a layer is refused: $message", async ({ args, message }) => {
  const { errors } = await layer(args);
  expect(errors).toMatchObject([
    { message: expect.stringMatching(message) as string, extensions: { code: "BAD_USER_INPUT" } },
  ]);
});

test("the Navigator loads a layer by its link, without a key and from a page of its own", async () => {
  const { data } = await layer(`source: DETECTIONS, range: ${thisWeek}, compareTo: ${lastWeek}`);
  const url = new URL(data.navigatorLayer?.url ?? "");
  const { status, body, headers } = await http(app()).get(url.pathname + url.search);
  expect(status).toBe(200);
  expect(headers["access-control-allow-origin"]).toBe("*");
  expect(body).toEqual(JSON.parse(data.navigatorLayer?.json ?? ""));
  url.searchParams.set("from", "0");
  const forged = await http(app()).get(url.pathname + url.search);
  expect([forged.status, (forged.body as { error: { code: string } }).error.code]).toEqual([401, "UNAUTHENTICATED"]);
});

test.each([
  { role: "viewer", query: "source=rules", status: 200 },
  { role: "ingest", query: "source=rules", status: 403 },
  { role: "viewer", query: "source=other", status: 400 },
  { role: "viewer", query: "source=detections&from=2&to=1", status: 400 },
  { role: "viewer", query: "source=rules&source=rules", status: 400 },
] as const)("with a key of role $role, $query is $status", async ({ role, query, status }) => {
  const answer = await http(app()).get(`/attack/layer.json?${query}`).set(bearer(app(), role));
  expect(answer.status).toBe(status);
});

test("without a link or a key there is no layer", async () => {
  expect((await http(app()).get("/attack/layer.json?source=rules")).status).toBe(401);
});
