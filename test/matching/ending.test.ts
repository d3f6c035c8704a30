import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { createMatcher, MatchingFailure } from "../../src/matching/index.ts";
import { many } from "../sigma/random.ts";
import { expectedOf, keyed, starterRecords, starterRules } from "./records.ts";
import { mortalThreads, useMatcher } from "./useMatcher.ts";

const tenant = 1;
const [rules, records] = [starterRules(), starterRecords()];
const quiet = () => undefined;

test("a batch whose thread ends fails as one to be sent again, and the next is matched by another thread", async () => {
  const failures: unknown[] = [];
  const { start, doom, started } = mortalThreads();
  const matcher = useMatcher({ threads: 1, start, onFailure: (error) => void failures.push(error) });
  matcher.setRules(tenant, { set: keyed(rules) });
  await matcher.ready();
  for (const round of [1, 2]) {
    doom();
    const failed = matcher.match(tenant, records);
    // It waits behind the one that fails, and is not touched by it.
    const waiting = matcher.match(tenant, records);
    await expect(failed).rejects.toMatchObject({
      retryable: true,
      message: expect.stringContaining("ended") as string,
    });
    expect(await waiting).toEqual(expectedOf(rules, records));
    expect(failures).toHaveLength(round);
    expect(started).toHaveLength(round + 1);
  }
  expect(matcher.waiting()).toBe(0);
});

test("while one of two threads is replaced the other goes on, and changes of rules reach both", async () => {
  const { start, doom } = mortalThreads();
  const matcher = useMatcher({ threads: 2, start, onFailure: quiet });
  matcher.setRules(tenant, { set: keyed(rules.slice(0, 3)) });
  await matcher.ready();
  doom();
  const outcomes = await Promise.allSettled(
    many(6, (i) => {
      matcher.setRules(tenant, { set: keyed(rules.slice(0, 4 + i)) });
      return matcher.match(tenant, records.slice(0, 40));
    }),
  );
  expect(outcomes.filter(({ status }) => status === "rejected").length).toBeGreaterThanOrEqual(1);
  for (const [i, outcome] of outcomes.entries()) {
    if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(MatchingFailure);
    else expect(outcome.value).toEqual(expectedOf(rules.slice(0, 4 + i), records.slice(0, 40)));
  }
  const after = many(4, () => matcher.match(tenant, records));
  for (const events of await Promise.all(after)) expect(events).toEqual(expectedOf(rules.slice(0, 9), records));
});

test("a record that the engine throws over fails its batch alone, and the thread lives on", async () => {
  const { start, started } = mortalThreads();
  const matcher = useMatcher({ threads: 1, start });
  matcher.setRules(tenant, { set: keyed(rules) });
  const broken = matcher.match(tenant, [...records.slice(0, 3), { text: "[]" }]);
  const sound = matcher.match(tenant, records.slice(0, 3));
  await expect(broken).rejects.toThrow("bug: a record that was accepted is no object");
  await expect(broken).rejects.not.toBeInstanceOf(MatchingFailure);
  expect(await sound).toEqual(expectedOf(rules, records.slice(0, 3)));
  expect(started).toHaveLength(1);
});

test("a thread that ends before its first answer is tried again later; until then batches are refused, not kept", async () => {
  const { start, started } = mortalThreads();
  const matcher = useMatcher({ threads: 1, start, onFailure: quiet });
  matcher.setRules(tenant, { set: keyed(rules) });
  await started[0]?.terminate();
  await expect(matcher.ready()).rejects.toThrow(MatchingFailure);
  await expect(matcher.match(tenant, records)).rejects.toMatchObject({ retryable: true });
  await vi.waitFor(() => matcher.ready(), { timeout: 20_000, interval: 20 });
  expect(await matcher.match(tenant, records)).toEqual(expectedOf(rules, records));
});

test("closing ends the threads whatever they do, and what waits fails", async () => {
  const matcher = createMatcher({ threads: 2, onFailure: quiet });
  matcher.setRules(tenant, { set: keyed(rules) });
  const batches = many(20, () => matcher.match(tenant, records));
  const outcomes = Promise.allSettled(batches);
  await matcher.close();
  expect((await outcomes).at(-1)).toMatchObject({ status: "rejected", reason: { retryable: true } });
  await expect(matcher.match(tenant, records)).rejects.toBeInstanceOf(MatchingFailure);
  expect(matcher.waiting()).toBe(0);
});

test("threads hold their process while they are asked, and no longer", async () => {
  const script = path.join(import.meta.dirname, "matchAndLeave.ts");
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script]);
  expect(stdout).toBe("1 matches\n");
});
