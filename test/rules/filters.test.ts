import { beforeAll, expect, test } from "vitest";
import { configureRules, importRules } from "../../src/rules/index.ts";
import { addRule, ingest } from "../setup/samples.ts";
import { useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const ruleId = "00000000-0000-4000-8000-000000000001";
const filterId = "00000000-0000-4000-8000-0000000000f1";

const filterYaml = (host: string) => `title: Mail gateway
id: ${filterId}
logsource:
  product: windows
filter:
  rules:
    - ${ruleId}
  selection:
    Computer: ${host}
  condition: not selection
`;

const load = (text: string) => importRules(rooms(), rooms().actor, [{ name: "filter.yml", text }]);
const found = async (host: string) => (await ingest(rooms(), { host })).detections.length;

beforeAll(() => addRule(rooms(), { id: ruleId }));

test("a filter hides what it excludes, and nothing else, from its import on", async () => {
  expect(await found("gateway")).toBe(1);
  expect((await load(filterYaml("gateway")))[0]?.rules).toMatchObject([{ kind: "filter", outcome: "new" }]);
  expect([await found("gateway"), await found("other")]).toEqual([0, 1]);
});

test("a filter that changes counts as it is now", async () => {
  await load(filterYaml("other"));
  expect([await found("gateway"), await found("other")]).toEqual([1, 0]);
});

test.each(["DISABLED", "TESTING"] as const)("a filter in state %s hides nothing", async (state) => {
  await load(filterYaml("gateway"));
  await configureRules(rooms(), rooms().actor, [filterId], { state });
  expect(await found("gateway")).toBe(1);
  await configureRules(rooms(), rooms().actor, [filterId], { state: "ACTIVE" });
  expect(await found("gateway")).toBe(0);
});

test("a correlation is kept, and disturbs nothing", async () => {
  const text = `title: Many mails
name: many_mails
correlation:
  type: event_count
  rules:
    - ${ruleId}
  group-by:
    - Computer
  timespan: 5m
  condition:
    gte: 3
`;
  const [report] = await load(text);
  expect(report?.rules).toMatchObject([{ kind: "correlation", outcome: "new" }]);
  expect(report?.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(await found("other")).toBe(1);
});

test("rules under one `action: global` are stored each with it, and read again as they were", async () => {
  const text = `action: global
title: Twins
level: high
logsource:
  product: windows
  category: ps_script
---
id: 00000000-0000-4000-8000-0000000000a1
detection:
  selection:
    ScriptBlockText|contains: twin-one
  condition: selection
---
id: 00000000-0000-4000-8000-0000000000a2
detection:
  selection:
    ScriptBlockText|contains: twin-two
  condition: selection
`;
  expect((await load(text))[0]?.rules.map(({ outcome }) => outcome)).toEqual(["new", "new"]);
  expect((await load(text))[0]?.rules.map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged"]);
  const { detections } = await ingest(rooms(), { script: "twin-one twin-two" });
  expect(detections.map(({ severity }) => severity)).toEqual(["high", "high"]);
});
