import { expect, test } from "vitest";
import { createAdmission, Overload } from "../../src/detection/index.ts";

const limits = { requests: 4, requestsPerKey: 2, bytes: 100, bytesPerKey: 60 };
const sender = (name: string) => ({ tenantId: 1, name });

/** Which limit refuses it, if one does. */
function refusal(admit: () => unknown): string | undefined {
  try {
    admit();
    return undefined;
  } catch (error) {
    if (error instanceof Overload) return error.of;
    throw error;
  }
}

test.each([
  { under: [], asks: ["a", 10], refused: undefined, because: "nothing is under way" },
  { under: [], asks: ["a", 1_000], refused: undefined, because: "a request that is alone is bounded elsewhere" },
  { under: [["a", 10]], asks: ["a", 50], refused: undefined, because: "a key may have as much" },
  { under: [["a", 10]], asks: ["a", 51], refused: "key", because: "that is too much for a key" },
  {
    under: [
      ["a", 1],
      ["a", 1],
    ],
    asks: ["a", 1],
    refused: "key",
    because: "a key has its number of requests",
  },
  { under: [["a", 60]], asks: ["b", 40], refused: undefined, because: "another key has its own" },
  { under: [["a", 60]], asks: ["b", 41], refused: "all", because: "that is too much for all" },
  {
    under: [
      ["a", 1],
      ["b", 1],
      ["c", 1],
      ["d", 1],
    ],
    asks: ["e", 1],
    refused: "all",
    because: "there are as many as may be",
  },
] as { under: [string, number][]; asks: [string, number]; refused?: string; because: string }[])(
  "with $under under way $asks is refused by $refused: $because",
  ({ under, asks: [name, bytes], refused }) => {
    const { admit } = createAdmission(limits);
    for (const [key, size] of under) admit(sender(key), size);
    expect(refusal(() => admit(sender(name), bytes))).toBe(refused);
  },
);

test("a request that ends makes room, once", () => {
  const { admit } = createAdmission(limits);
  const first = admit(sender("a"), 60);
  admit(sender("a"), 0);
  first.end();
  first.end();
  expect(refusal(() => admit(sender("a"), 60))).toBe(undefined);
  expect(refusal(() => admit(sender("a"), 0))).toBe("key");
});

test.each([
  { heavier: 50, refused: undefined, because: "there is room for it" },
  { heavier: 51, refused: "key", because: "its key has no room" },
])("a request that turns out to have $heavier is refused by $refused: $because", ({ heavier, refused }) => {
  const { admit } = createAdmission(limits);
  admit(sender("a"), 10);
  const ticket = admit(sender("a"), 1);
  expect(refusal(() => ticket.weigh(heavier))).toBe(refused);
});

test("a request that turns out to have less makes room", () => {
  const { admit } = createAdmission(limits);
  const ticket = admit(sender("a"), 60);
  ticket.weigh(1);
  expect(refusal(() => admit(sender("a"), 59))).toBe(undefined);
});

test("a request that is over weighs nothing", () => {
  const { admit } = createAdmission(limits);
  const ticket = admit(sender("a"), 1);
  ticket.end();
  ticket.weigh(60);
  admit(sender("a"), 1);
  expect(refusal(() => admit(sender("a"), 59))).toBe(undefined);
});
