import { expect, test } from "vitest";
import { createRule, updateRule } from "../../src/rules/index.ts";
import { ruleYaml } from "../setup/samples.ts";
import { useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const create = (yaml: string) => createRule(rooms(), rooms().actor, yaml);
const update = (identity: string, yaml: string, expectedVersion = 1) =>
  updateRule(rooms(), rooms().actor, { identity, yaml, expectedVersion });

test("a rule is created and updated", async () => {
  expect((await create(ruleYaml({ id: uuid(1) }))).entry).toMatchObject({ revision: 1, state: "ACTIVE" });
  const { entry } = await update(uuid(1), ruleYaml({ id: uuid(1), level: "high" }));
  expect(entry).toMatchObject({ revision: 2, version: 2, severity: "high" });
});

test("a text with an error is not stored, and its problems say where", async () => {
  const result = await create(ruleYaml({ id: uuid(2) }).replace("condition: selection", "condition: selektion"));
  expect(result.entry).toBeUndefined();
  expect(result.problems).toMatchObject([{ code: "unknown-selection", severity: "error" }]);
});

test("what the checks say comes with the rule, which is stored", async () => {
  const text = ruleYaml({ id: uuid(10), title: "It ends with a dot." });
  const created = await create(text);
  expect(created.entry).toMatchObject({ identity: uuid(10), revision: 1 });
  expect(created.problems).toContainEqual(
    expect.objectContaining({ code: "title-ends-with-dot", severity: "warning", hint: expect.any(String) as string }),
  );
  const updated = await update(uuid(10), text.replace("level: medium", "level: low"));
  expect(updated.entry).toMatchObject({ revision: 2 });
  expect(updated.problems).toContainEqual(expect.objectContaining({ code: "title-ends-with-dot" }));
});

test("of a rule whose logsource nothing produces it is said", async () => {
  const text = ruleYaml({ id: uuid(11) }).replace(
    "product: windows\n  category: ps_script",
    "product: fortios\n  service: sslvpnd",
  );
  const { entry, problems } = await create(text);
  expect(entry).toMatchObject({ identity: uuid(11) });
  expect(problems.map(({ code }) => code)).toContain("unrecognised-logsource");
});

test("a correlation of a rule that is not there is refused", async () => {
  const text =
    `title: C\nid: ${uuid(12)}\n` +
    "correlation: {type: event_count, rules: [nowhere], group-by: [A], timespan: 5m, condition: {gt: 3}}\n";
  const { entry, problems } = await create(text);
  expect(entry).toBeUndefined();
  expect(problems).toMatchObject([{ code: "unknown-rule", severity: "error" }]);
});

test.each([
  { because: "it exists", act: () => create(ruleYaml({ id: uuid(3) })), code: "ALREADY_EXISTS" },
  { because: "it does not exist", act: () => update(uuid(99), ruleYaml({ id: uuid(99) })), code: "NOT_FOUND" },
  {
    because: "the version is old",
    act: () => update(uuid(3), ruleYaml({ id: uuid(3), level: "low" }), 7),
    code: "CONFLICT",
  },
  { because: "the id is another", act: () => update(uuid(3), ruleYaml({ id: uuid(4) })), code: "IDENTITY_CHANGED" },
  {
    because: "there are two",
    act: () => create(`${ruleYaml({ id: uuid(5) })}---\n${ruleYaml({ id: uuid(6) })}`),
    code: "NOT_ONE_RULE",
  },
])("$code is the refusal when $because", async ({ act, code }) => {
  await create(ruleYaml({ id: uuid(3) }));
  expect((await act()).refusal).toMatchObject({ code });
});

test("of two creations at once one is refused", async () => {
  const results = await Promise.all([create(ruleYaml({ id: uuid(8) })), create(ruleYaml({ id: uuid(8) }))]);
  expect(results.flatMap(({ refusal }) => refusal?.code ?? [])).toEqual(["ALREADY_EXISTS"]);
});
