import { expect, test } from "vitest";
import {
  configureRules,
  createRule,
  deleteRules,
  exportRules,
  importRules,
  problemsOf,
  restoreRule,
  type RuleEntry,
  updateRule,
  validateRule,
} from "../../src/rules/index.ts";
import { ingest, ruleYaml } from "../setup/samples.ts";
import { useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const create = (yaml: string) => createRule(rooms(), rooms().actor, yaml);
const remove = (...identities: readonly string[]) => deleteRules(rooms(), rooms().actor, identities);
const load = (...texts: readonly string[]) =>
  importRules(
    rooms(),
    rooms().actor,
    texts.map((text, n) => ({ name: `file_of_rules_${n}.yml`, text })),
  );
const book = () => rooms().registry.book(rooms().actor.tenantId);
const entry = async (identity: string) => (await book()).byIdentity.get(identity);
const audited = (subject: string) =>
  rooms().database.prisma.auditEntry.findMany({
    where: { subject },
    orderBy: { id: "asc" },
    select: { action: true, actor: true, old: true, new: true },
  });

const correlation = (rules: string) =>
  `title: Many of ${rules}\nid: ${uuid(900)}\ncorrelation: {type: event_count, rules: [${rules}], group-by: [Computer], timespan: 5m, condition: {gte: 3}}\n`;

test("a new rule is held against those that are stored", async () => {
  await create(ruleYaml({ id: uuid(1), title: "The same twice" }));
  const { problems } = await create(ruleYaml({ id: uuid(2), title: "The same twice" }));
  const across = problems.filter(({ code }) => code.startsWith("duplicate-"));
  expect(across.map(({ code, message }) => ({ code, message }))).toEqual([
    { code: "duplicate-detection", message: `the rule at api (${uuid(1)}):1 finds the same` },
    { code: "duplicate-title", message: `the rule at api (${uuid(1)}):1 has this \`title\` already` },
  ]);
});

test("a rule is not held against its own last revision", async () => {
  await create(ruleYaml({ id: uuid(3), title: "Alone", needle: "alone" }));
  const { problems } = await updateRule(rooms(), rooms().actor, {
    identity: uuid(3),
    yaml: ruleYaml({ id: uuid(3), title: "Alone", needle: "alone", level: "low" }),
    expectedVersion: 1,
  });
  expect(problems.filter(({ code }) => code.startsWith("duplicate-"))).toEqual([]);
});

test("an import is held against what is stored as well", async () => {
  await load(ruleYaml({ id: uuid(4), title: "Imported", needle: "imported" }));
  const [report] = await load(ruleYaml({ id: uuid(5), title: "Imported", needle: "other" }));
  expect(report?.problems.map(({ code }) => code)).toContain("duplicate-title");
});

test.each([
  { yaml: ruleYaml({ id: uuid(6), needle: "six" }), expected: { kind: "rule", identity: uuid(6) }, because: "new" },
  { yaml: correlation("nowhere"), expected: undefined, because: "it looks at a rule that is not there" },
  { yaml: `${ruleYaml({ id: uuid(7) })}---\n${ruleYaml({ id: uuid(8) })}`, expected: undefined, because: "two" },
])("a text is validated and nothing is stored: $because", async ({ yaml, expected }) => {
  const before = (await book()).version;
  const validation = validateRule(await book(), yaml, rooms().clock());
  if (expected) expect(validation.document).toMatchObject(expected);
  else expect(validation.document).toBeUndefined();
  await rooms().registry.refresh(rooms().actor.tenantId);
  expect((await book()).version).toBe(before);
});

test("validation names the rule that has this identity already", async () => {
  await create(ruleYaml({ id: uuid(9), needle: "nine" }));
  const { entry: existing } = validateRule(await book(), ruleYaml({ id: uuid(9), needle: "10" }), rooms().clock());
  expect(existing).toMatchObject({ identity: uuid(9), revision: 1 });
});

test("a deleted rule detects nothing, keeps its detections, and is not deleted twice", async () => {
  await create(ruleYaml({ id: uuid(10), title: "To be deleted", needle: "needle-10" }));
  const { detections } = await ingest(rooms(), { script: "needle-10" });
  const first = await remove(uuid(10), uuid(99));
  expect(first).toMatchObject({ changed: [{ identity: uuid(10) }], unchanged: [], missing: [uuid(99)] });
  expect(await remove(uuid(10))).toMatchObject({ changed: [], unchanged: [{ identity: uuid(10) }] });
  expect((await ingest(rooms(), { script: "needle-10" })).detections).toEqual([]);
  expect(detections).toMatchObject([{ ruleId: uuid(10), title: "To be deleted" }]);
  expect(await entry(uuid(10))).toMatchObject({ title: "To be deleted", deletedAt: rooms().clock() });
  expect((await audited(uuid(10))).at(-1)).toEqual({
    action: "rule.delete",
    actor: "tester",
    old: { revision: 1, state: "ACTIVE" },
    new: null,
  });
});

test.each([
  { by: "createRule", again: (yaml: string) => create(yaml) },
  { by: "import", again: (yaml: string) => load(yaml) },
])("a deleted rule comes again as a new revision: by $by", async ({ by, again }) => {
  const id = uuid(by.length + 20);
  const yaml = ruleYaml({ id, needle: `needle-${by}` });
  await create(yaml);
  await configureRules(rooms(), rooms().actor, [id], { severityOverride: "critical" });
  await remove(id);
  await again(yaml);
  expect(await entry(id)).toMatchObject({ revision: 2, deletedAt: null, severity: "critical" });
  expect((await ingest(rooms(), { script: `needle-${by}` })).detections).toHaveLength(1);
  expect((await audited(id)).at(-1)).toMatchObject({
    action: "rule.revive",
    old: { revision: 1 },
    new: { revision: 2 },
  });
});

test("a revision is restored as the newest, if the rule is as it was seen", async () => {
  const id = uuid(40);
  const text = (level: string) => ruleYaml({ id, needle: "forty", level });
  await create(text("low"));
  await updateRule(rooms(), rooms().actor, { identity: id, yaml: text("high"), expectedVersion: 1 });
  const restore = (revision: number, expectedVersion: number) =>
    restoreRule(rooms(), rooms().actor, { identity: id, revision, expectedVersion });
  expect((await restore(1, 1)).refusal).toMatchObject({ code: "CONFLICT" });
  expect((await restore(7, 2)).refusal).toEqual({
    code: "NOT_FOUND",
    message: `the rule ${id} has revisions 1 to 2, not 7`,
  });
  expect((await restore(1, 2)).entry).toMatchObject({ revision: 3, severity: "low", yaml: text("low") });
});

test("a deleted rule is restored, an unknown one is not", async () => {
  const id = uuid(41);
  await create(ruleYaml({ id, needle: "forty-one" }));
  await remove(id);
  const restored = await restoreRule(rooms(), rooms().actor, { identity: id, revision: 1, expectedVersion: 2 });
  expect(restored.entry).toMatchObject({ revision: 2, deletedAt: null });
  const unknown = await restoreRule(rooms(), rooms().actor, { identity: uuid(98), revision: 1, expectedVersion: 1 });
  expect(unknown.refusal).toMatchObject({ code: "NOT_FOUND" });
});

test("a correlation says when a rule that it looks at is deleted or switched off", async () => {
  const [one, two] = [uuid(50), uuid(51)];
  await create(ruleYaml({ id: one, needle: "fifty" }));
  await create(ruleYaml({ id: two, needle: "fifty-one" }));
  await create(correlation(`${one}, ${two.toUpperCase()}`));
  const codes = async () => {
    const found = await entry(uuid(900));
    return found && problemsOf(await book(), found).map(({ code, severity }) => `${severity} ${code}`);
  };
  expect(await codes()).toEqual([]);
  await configureRules(rooms(), rooms().actor, [two], { state: "DISABLED" });
  expect(await codes()).toEqual(["warning disabled-rule"]);
  await remove(one);
  expect(await codes()).toEqual(["error unknown-rule", "warning disabled-rule"]);
});

test("what is exported imports to the same rules, and its files to the same texts", async () => {
  const global = `action: global\nlogsource:\n  product: windows\n---\ntitle: Of a global\nid: ${uuid(60)}\ndetection: {a: {b: c}, condition: a}\n`;
  await load(`# kept with its comment\n${ruleYaml({ id: uuid(61), needle: "sixty-one" })}`, global);
  const isKept = ({ deletedAt, kind }: RuleEntry) => deletedAt === null && kind === "rule";
  const entries = [...(await book()).byId.values()].filter(isKept);
  const { files, yaml } = exportRules(entries);
  expect(new Set(files.map(({ path }) => path)).size).toBe(entries.length);
  const outcomes = async (sources: readonly { readonly name: string; readonly text: string }[]) =>
    (await importRules(rooms(), rooms().actor, sources)).flatMap(({ rules }) => rules.map(({ outcome }) => outcome));
  const unchanged = entries.map(() => "unchanged");
  expect(await outcomes(files.map(({ path, content }) => ({ name: path, text: content })))).toEqual(unchanged);
  expect(await outcomes([{ name: "all.yml", text: yaml }])).toEqual(unchanged);
});

const filterId = uuid(70);
const end = new Date("2026-11-23T13:00:00.000Z");
const filterYaml = `title: For a while
id: ${filterId}
logsource:
  product: windows
filter:
  rules: [${uuid(71)}]
  selection:
    Computer: gateway
  condition: not selection
`;

test("a filter that has expired narrows nothing, from that moment on and without a restart", async () => {
  await create(ruleYaml({ id: uuid(71), needle: "seventy-one" }));
  const found = async () =>
    (await ingest(rooms(), { script: "seventy-one", host: "gateway" })).detections.map(({ ruleId }) => ruleId);
  await createRule(rooms(), rooms().actor, filterYaml, { expiresAt: end });
  const before = rooms().clock();
  try {
    expect(await found()).toEqual([]);
    rooms().setNow(new Date(end.getTime() - 1));
    expect(await found()).toEqual([]);
    rooms().setNow(end);
    expect(await found()).toEqual([uuid(71)]);
    expect(await entry(filterId)).toMatchObject({ expiresAt: end, state: "ACTIVE" });
  } finally {
    rooms().setNow(before);
  }
});

test("only filters expire", async () => {
  const { entry: created, refusal } = await createRule(rooms(), rooms().actor, ruleYaml({ id: uuid(72) }), {
    expiresAt: end,
  });
  expect({ created, code: refusal?.code }).toEqual({ created: undefined, code: "NOT_A_FILTER" });
});
