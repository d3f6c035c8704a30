import { expect, test } from "vitest";
import { keepEvidence } from "../../src/detection/keptEvidence.ts";

const entry = (value: string, pattern = "needle") => ({ selection: "s", field: "f", value, pattern });

test("short evidence is kept as it is", () => {
  expect(keepEvidence([entry("a needle")])).toEqual({ items: [entry("a needle")], omitted: 0 });
});

test("of a long value the part around what was found is kept, and its length", () => {
  const value = `${"x".repeat(100_000)}NEEDLE${"y".repeat(100_000)}`;
  const { items } = keepEvidence([entry(value)]);
  expect(items[0]?.value).toContain("NEEDLE");
  expect(items[0]?.value).toHaveLength(1_000);
  expect(items[0]?.valueLength).toBe(value.length);
});

test("what is more than 20,000 characters in all is counted, not kept", () => {
  const { items, omitted } = keepEvidence(Array.from({ length: 100 }, () => entry("z".repeat(5_000))));
  expect(items.length + omitted).toBe(100);
  expect(JSON.stringify(items).length).toBeLessThan(30_000);
  expect(items.length).toBeGreaterThan(10);
});
