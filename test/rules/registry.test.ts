import { afterEach, expect, test, vi } from "vitest";
import { createMatcher } from "../../src/matching/index.ts";
import { configureRules, createRegistry, createRule, type RuleRegistry } from "../../src/rules/index.ts";
import { ingest, ruleYaml } from "../setup/samples.ts";
import { useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

const others: RuleRegistry[] = [];
afterEach(async () => {
  await Promise.all(others.splice(0).map((registry) => registry.stop()));
});

/** A registry as another process has one. `pollMs` is so long that only a notification can be what it learns by, or so short. */
function otherProcess(pollMs: number, url = rooms().database.url): RuleRegistry {
  const onFailure = () => undefined;
  const matcher = createMatcher({ threads: 0, onFailure });
  const registry = createRegistry({
    database: rooms().database,
    matcher,
    url,
    clock: rooms().clock,
    onFailure,
    pollMs,
  });
  others.push(registry);
  return registry;
}

const size = async (registry: RuleRegistry) => (await registry.book(rooms().actor.tenantId)).effective.size;
const wait = { timeout: 10_000, interval: 10 };

test.each([
  { by: "notification", pollMs: 3_600_000, url: undefined },
  { by: "poll", pollMs: 20, url: "postgresql://nobody@127.0.0.1:1/nowhere" },
])("another process learns of a new rule by $by", async ({ by, pollMs, url }) => {
  const other = otherProcess(pollMs, url);
  const before = await size(other);
  // The notification of a change that comes before the listener listens is made good by the catch-up on connecting.
  await createRule(rooms(), rooms().actor, ruleYaml({ id: uuid(by.length) }));
  await vi.waitFor(async () => expect(await size(other)).toBe(before + 1), wait);
});

test("a disabled rule detects no more, an enabled one again", async () => {
  const id = uuid(50);
  await createRule(rooms(), rooms().actor, ruleYaml({ id, needle: "needle-50" }));
  const found = async () => (await ingest(rooms(), { script: "needle-50" })).detections.length;
  expect(await found()).toBe(1);
  await configureRules(rooms(), rooms().actor, [id], { state: "DISABLED" });
  expect(await found()).toBe(0);
  await configureRules(rooms(), rooms().actor, [id], { state: "ACTIVE" });
  expect(await found()).toBe(1);
});

test("an overridden severity is what new detections are frozen with", async () => {
  const id = uuid(51);
  await createRule(rooms(), rooms().actor, ruleYaml({ id, needle: "needle-51", level: "low" }));
  await configureRules(rooms(), rooms().actor, [id], { severityOverride: "critical" });
  expect((await ingest(rooms(), { script: "needle-51" })).detections).toMatchObject([{ severity: "critical" }]);
  await configureRules(rooms(), rooms().actor, [id], { severityOverride: null });
  expect((await ingest(rooms(), { script: "needle-51" })).detections).toMatchObject([{ severity: "low" }]);
});

test("settings that are so already are unchanged, unknown rules missing", async () => {
  const id = uuid(52);
  await createRule(rooms(), rooms().actor, ruleYaml({ id }));
  const result = await configureRules(rooms(), rooms().actor, [id, "nobody"], { state: "ACTIVE" });
  expect(result).toMatchObject({ changed: [], unchanged: [{ identity: id }], missing: ["nobody"] });
});
