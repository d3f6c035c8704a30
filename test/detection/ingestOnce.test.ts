import { beforeAll, expect, test } from "vitest";
import {
  type IncomingRecord,
  ingestClaimed,
  ingestOnce,
  keepLedger,
  RequestKeyReused,
} from "../../src/detection/index.ts";
import { testNow, useRooms } from "../setup/rooms.ts";
import { addRule, scriptBlock } from "../setup/samples.ts";

const rooms = useRooms();
beforeAll(() => addRule(rooms()));

const records = (host: string): readonly IncomingRecord[] => {
  const record = scriptBlock({ host });
  return [{ index: 0, record, text: JSON.stringify(record) }];
};

/** Does a request whose events are of a host. @param process what stands for the process that does it */
const once = (key: string, host: string, process = rooms().database) => {
  const { tenantId } = rooms().actor;
  return ingestOnce({ database: process }, { tenantId, key, says: [host] }, (claim) =>
    ingestClaimed(rooms(), tenantId, records(host), { claim, rejected: [{ index: 1, code: "too-deep", message: "" }] }),
  );
};

/** Another process has the same database, and shares nothing else. */
const otherProcess = () => ({ ...rooms().database });

const countOf = async (host: string): Promise<number> => {
  const { rows } = await rooms().database.pool.query<{ n: number }>(
    "select count(*)::int as n from event where host = $1",
    [host],
  );
  return rows[0]?.n ?? -1;
};

test("the same request again gets the very same answer, and changes nothing", async () => {
  const first = await once("same", "same");
  expect(first).toMatchObject({ isReplayed: false, result: { accepted: 1, detections: [{ index: 0 }] } });
  expect(await once("same", "same")).toEqual({ ...first, isReplayed: true });
  expect(await countOf("same")).toBe(1);
});

test("another request with the key is refused, and changes nothing", async () => {
  await once("reused", "reused");
  await expect(once("reused", "reused-otherwise")).rejects.toBeInstanceOf(RequestKeyReused);
  expect(await countOf("reused-otherwise")).toBe(0);
});

test.each([
  { because: "of one process", processes: () => [rooms().database, rooms().database, rooms().database] },
  { because: "of several", processes: () => [otherProcess(), otherProcess(), otherProcess()] },
])("twins $because are done once and answered alike", async ({ because, processes }) => {
  const answers = await Promise.all(processes().map((process) => once(because, because, process)));
  expect(answers.map(({ isReplayed }) => isReplayed).sort()).toEqual([false, true, true]);
  expect(new Set(answers.map(({ result }) => JSON.stringify(result))).size).toBe(1);
  expect(await countOf(because)).toBe(1);
});

test("of two requests of two processes with one key, one is done and the other refused", async () => {
  const outcomes = await Promise.allSettled([
    once("torn", "torn-a", otherProcess()),
    once("torn", "torn-b", otherProcess()),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await countOf("torn-a")) + (await countOf("torn-b"))).toBe(1);
});

test("a request that failed may be sent again with its key, and a twin that waited for it is done", async () => {
  const { tenantId } = rooms().actor;
  const request = { tenantId, key: "failed", says: ["failed"] };
  const failing = ingestOnce(rooms(), request, () => Promise.reject(new Error("the first fails")));
  const twin = once("failed", "failed");
  await expect(failing).rejects.toThrow("the first fails");
  expect(await twin).toMatchObject({ isReplayed: false, result: { accepted: 1 } });
});

test("where one part ends and the next begins is part of what a request says", async () => {
  const { tenantId } = rooms().actor;
  const say = (...says: readonly string[]) =>
    ingestOnce(rooms(), { tenantId, key: "parts", says }, (claim) =>
      ingestClaimed(rooms(), tenantId, records("parts"), { claim }),
    );
  await say("ab", "c");
  await expect(say("a", "bc")).rejects.toBeInstanceOf(RequestKeyReused);
});

test("answers are forgotten after their time, not before", async () => {
  const answers = async () => {
    const { rows } = await rooms().database.pool.query<{ n: number }>("select count(*)::int as n from request_ledger");
    return rows[0]?.n;
  };
  const prune = async (afterMs: number) => {
    const onFailure = (error: unknown) => {
      throw error;
    };
    const clock = () => new Date(testNow.getTime() + afterMs);
    await keepLedger({ database: rooms().database, clock, hours: 24, onFailure }).stop();
  };
  await once("forgotten", "forgotten");
  const before = await answers();
  await prune(24 * 3_600_000);
  expect(await answers()).toBe(before);
  await prune(24 * 3_600_000 + 1);
  expect(await answers()).toBe(0);
  expect(await once("forgotten", "forgotten")).toMatchObject({ isReplayed: false });
});
