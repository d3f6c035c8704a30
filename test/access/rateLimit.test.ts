import { expect, test } from "vitest";
import { createRateLimit } from "../../src/access/index.ts";

function makeLimit() {
  let nowMs = 0;
  const limit = createRateLimit({ capacity: 100, perSecond: 10 }, () => new Date(nowMs));
  return { take: limit.take, wait: (ms: number) => (nowMs += ms) };
}

test("a key spends its points, and is told when to come again", () => {
  const { take } = makeLimit();
  expect(take("a", 60)).toEqual({ isAllowed: true, available: 40, retryAfterSeconds: 0 });
  expect(take("a", 60)).toEqual({ isAllowed: false, available: 40, retryAfterSeconds: 2 });
  expect(take("a", 40)).toEqual({ isAllowed: true, available: 0, retryAfterSeconds: 0 });
});

test("points come back with time, up to the capacity", () => {
  const { take, wait } = makeLimit();
  take("a", 100);
  wait(2_000);
  expect(take("a", 20)).toMatchObject({ isAllowed: true, available: 0 });
  wait(60_000);
  expect(take("a", 1)).toMatchObject({ available: 99 });
});

test("each key has points of its own", () => {
  const { take } = makeLimit();
  take("a", 100);
  expect(take("b", 100).isAllowed).toBe(true);
});

test("what is dearer than a full bucket takes all of it, and is not refused for ever", () => {
  const { take, wait } = makeLimit();
  expect(take("a", 1_000)).toMatchObject({ isAllowed: true, available: 0 });
  expect(take("a", 1_000)).toMatchObject({ isAllowed: false, retryAfterSeconds: 10 });
  wait(10_000);
  expect(take("a", 1_000).isAllowed).toBe(true);
});

test("a clock that is set back takes no points away", () => {
  const { take, wait } = makeLimit();
  wait(10_000);
  take("a", 50);
  wait(-5_000);
  expect(take("a", 50)).toMatchObject({ isAllowed: true, available: 0 });
});

test("keys beyond what is told apart still have their own points", () => {
  const { take } = makeLimit();
  for (let i = 0; i < 10_050; i++) take(`k${i}`, 100);
  expect(take("k10049", 1).isAllowed).toBe(false);
  expect(take("new", 100).isAllowed).toBe(true);
});
