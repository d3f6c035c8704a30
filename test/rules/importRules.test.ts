import { expect, test } from "vitest";
import { configureRules, findRevisions, importRules } from "../../src/rules/index.ts";
import { ruleYaml } from "../setup/samples.ts";
import { useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const load = (...texts: readonly string[]) =>
  importRules(
    rooms(),
    rooms().actor,
    texts.map((text, i) => ({ name: `file${i}.yml`, text })),
  );
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const entry = async (n: number) => (await rooms().registry.book(rooms().actor.tenantId)).byIdentity.get(uuid(n));

test("the same text again changes nothing, another text is a new revision", async () => {
  const outcomes = async (text: string) =>
    (await load(text)).flatMap(({ rules }) => rules.map(({ outcome }) => outcome));
  expect(await outcomes(ruleYaml({ id: uuid(1) }))).toEqual(["new"]);
  expect(await outcomes(ruleYaml({ id: uuid(1) }))).toEqual(["unchanged"]);
  expect(await outcomes(ruleYaml({ id: uuid(1), title: "Better" }))).toEqual(["changed"]);
  const rule = await entry(1);
  expect(rule).toMatchObject({ revision: 2, version: 2, title: "Better" });
  const [first] = await findRevisions(rooms().database, rooms().actor.tenantId, [
    { ruleId: rule?.id ?? 0, revision: 1 },
  ]);
  expect(first).toMatchObject({ yaml: ruleYaml({ id: uuid(1) }), actor: "tester", source: "file0.yml" });
});

test("a new revision keeps the admin's word", async () => {
  await load(ruleYaml({ id: uuid(2) }));
  await configureRules(rooms(), rooms().actor, [uuid(2)], { state: "DISABLED", severityOverride: "critical" });
  await load(ruleYaml({ id: uuid(2), level: "low" }));
  expect(await entry(2)).toMatchObject({ state: "DISABLED", severityOverride: "critical", severity: "critical" });
});

test("a bad rule stops neither its file nor the others", async () => {
  const bad = ruleYaml({ id: uuid(3) }).replace("|contains", "|contain");
  const reports = await load(`${bad}---\n${ruleYaml({ id: uuid(4) })}`, ruleYaml({ id: uuid(5) }));
  expect(reports.map(({ rules }) => rules.map(({ identity }) => identity))).toEqual([[uuid(4)], [uuid(5)]]);
  expect(reports[0]?.problems.filter(({ severity }) => severity === "error")).toMatchObject([
    { code: "unknown-modifier", hint: "did you mean `contains`?" },
  ]);
  expect(await entry(3)).toBeUndefined();
});

test("of two rules with one identity the first is taken and the second reported", async () => {
  const reports = await load(ruleYaml({ id: uuid(6) }), ruleYaml({ id: uuid(6), title: "Copy" }));
  expect(reports[1]).toMatchObject({ rules: [], duplicates: [{ identity: uuid(6), first: "file0.yml" }] });
  expect(await entry(6)).toMatchObject({ title: "Sample" });
});

test("a rule without id is found again by its name or title", async () => {
  const text = ruleYaml({ title: "No id" }).replace(/^id:.*\n/m, "");
  await load(text);
  expect((await load(text.replace("test", "stable")))[0]?.rules).toMatchObject([
    { identity: "No id", outcome: "changed" },
  ]);
});

test("each change leaves an audit entry with its actor", async () => {
  await load(ruleYaml({ id: uuid(7) }));
  const found = await rooms().database.prisma.auditEntry.findMany({ where: { subject: uuid(7) } });
  expect(found).toMatchObject([{ action: "rule.create", actor: "tester" }]);
});

test("what the checks say comes with the report, in the order of the text, when a rule is new or changed", async () => {
  const text = ruleYaml({ id: uuid(20), title: "A title that ends with a dot." }).replace("status: test\n", "");
  const warnings = async (yaml: string) =>
    (await load(yaml))[0]?.problems.map(({ code, severity, span }) => ({ code, severity, start: span.start })) ?? [];
  const first = await warnings(text);
  expect(first.map(({ code }) => code)).toEqual(expect.arrayContaining(["missing-status", "title-ends-with-dot"]));
  expect(first.every(({ severity }) => severity === "warning")).toBe(true);
  expect(first.map(({ start }) => start)).toEqual(
    first.map(({ start }) => start).toSorted((one, other) => one - other),
  );
  expect(await entry(20)).toMatchObject({ title: "A title that ends with a dot." });
  expect(await warnings(text)).toEqual([]);
  const changed = await warnings(text.replace("level: medium", "level: low"));
  expect(changed.map(({ code }) => code)).toEqual(first.map(({ code }) => code));
});

test("rules of one import are checked against each other", async () => {
  const reports = await load(ruleYaml({ id: uuid(21), title: "Same" }), ruleYaml({ id: uuid(22), title: "Same" }));
  const codes = reports.map(({ problems }) => problems.map(({ code }) => code));
  expect(codes[0]).not.toContain("duplicate-title");
  expect(codes[1]).toEqual(expect.arrayContaining(["duplicate-title", "duplicate-detection"]));
});

test.each([
  { logsource: "product: windows\n  category: ps_script", because: "there are such events", warned: false },
  {
    logsource: "product: fortios\n  service: sslvpnd",
    because: "they are known, but not recognised",
    warned: true,
  },
])("a logsource that nothing produces is warned about: $because", async ({ logsource, warned }) => {
  const text = ruleYaml({ id: uuid(23), title: logsource.slice(9, 16) });
  const [report] = await load(text.replace("product: windows\n  category: ps_script", logsource));
  expect(report?.problems.some(({ code }) => code === "unrecognised-logsource")).toBe(warned);
});

const correlation = (name: string, rules: string) =>
  `title: ${name}\nid: ${uuid(30)}${name}\nname: ${name}\n` +
  `correlation:\n  type: event_count\n  rules: [${rules}]\n  group-by: [Computer]\n  timespan: 5m\n  condition: {gt: 3}\n`;

const isStored = async (identity: string) =>
  (await rooms().registry.book(rooms().actor.tenantId)).byIdentity.get(identity) !== undefined;

test("a correlation may come before its rules in one import, and refer to what is stored", async () => {
  const named = ruleYaml({ id: uuid(31), title: "Named" }).replace("status:", "name: named\nstatus:");
  const first = await load(correlation("early", "named"), named);
  expect(first.map(({ rules }) => rules.map(({ outcome }) => outcome))).toEqual([["new"], ["new"]]);
  const [second] = await load(correlation("late", `named, ${uuid(31)}`));
  expect(second?.rules).toMatchObject([{ outcome: "new" }]);
});

test("a correlation of a rule that is not there is refused, and so are those that look at it", async () => {
  const reports = await load(
    correlation("one", "nowhere"),
    `${correlation("two", "one")}---\n${correlation("three", "two")}`,
    ruleYaml({ id: uuid(32), title: "Beside them" }),
  );
  const errors = reports.map(({ problems }) => problems.filter(({ severity }) => severity === "error"));
  expect(errors.map((found) => found.map(({ code }) => code))).toEqual([
    ["unknown-rule"],
    ["unknown-rule", "unknown-rule"],
    [],
  ]);
  expect(errors[1]?.[0]?.message).toBe("the correlation `one` cannot be used, and this one looks at it");
  const identities = ["one", "two", "three"].map((name) => `${uuid(30)}${name}`);
  expect(await Promise.all([...identities, uuid(32)].map(isStored))).toEqual([false, false, false, true]);
});

test("a filter of a rule that is not there is stored with a warning", async () => {
  const [report] = await load(
    `title: F\nid: ${uuid(33)}\nlogsource: {product: windows}\nfilter: {rules: [nowhere], a: {b: c}, condition: not a}\n`,
  );
  expect(report?.problems.map(({ code, severity }) => `${severity} ${code}`)).toContain(
    "warning unknown-filtered-rule",
  );
  expect(await isStored(uuid(33))).toBe(true);
});

test("the deprecated aggregation is explained by the correlation that means the same", async () => {
  const text = ruleYaml({ id: uuid(34) }).replace(
    "condition: selection",
    "condition: selection | count() by Computer > 5\n  timeframe: 5m",
  );
  const [report] = await load(text);
  expect(report?.problems).toMatchObject([
    { code: "deprecated-aggregation", hint: expect.stringContaining("event_count") as string },
  ]);
});
