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
  expect(reports[0]?.problems).toMatchObject([{ code: "unknown-modifier", hint: "did you mean `contains`?" }]);
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
