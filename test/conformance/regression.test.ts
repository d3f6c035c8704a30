import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/event/index.ts";
import { run } from "../cli/program.ts";
import { toEcs } from "./reshape/ecs.ts";
import { toNxlog } from "./reshape/nxlog.ts";
import { toWinlogbeat } from "./reshape/winlogbeat.ts";
import { hasSigmahq, readRegressionCases, ruleFolders, type RegressionCase } from "./sigmahq.ts";

// SigmaHQ's rules over the events that SigmaHQ recorded for them, by `detectql eval`, as they are shipped and in other shapes.
describe.skipIf(!hasSigmahq)("SigmaHQ's regression events (skipped without ../shared/data)", () => {
  const cases = hasSigmahq ? readRegressionCases() : [];
  let folder: string;
  let shipped: readonly (readonly string[])[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "detectql-regression-"));
    shipped = await evaluate(cases.map(({ text }) => text).join("\n"));
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("each rule fires as often as its case says, on the files as they are", () => {
    const silent = cases.filter((one, index) => countIn(one, firstEvent(index)) < one.matchCount);
    console.log(`SigmaHQ regression: ${cases.length - silent.length} of ${cases.length} fire`);
    expect(silent.map(({ ruleId }) => ruleId)).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(110);
  });

  test.each([
    { shape: "Winlogbeat", reshape: toWinlogbeat },
    { shape: "ECS, its data dropped", reshape: toEcs },
    { shape: "NXLog", reshape: toNxlog },
  ])(
    "as $shape the same events match the same rules",
    async ({ reshape }) => {
      const records = cases.flatMap(({ records: ofCase }) => ofCase);
      const found = await evaluate(records.map((record) => JSON.stringify(reshape(record))).join("\n"));
      const differences = records.flatMap((record, index) => compare(record, shipped[index] ?? [], found[index] ?? []));
      expect(differences).toEqual([]);
    },
    120_000,
  );

  /** The ids of the rules that match each event, sorted. */
  async function evaluate(events: string): Promise<readonly (readonly string[])[]> {
    const file = join(folder, "events.json");
    writeFileSync(file, events);
    const { printed } = await run("eval", "--rules", ...ruleFolders, "--events", file);
    const matches = printed.map((line) => JSON.parse(line) as { event: number; ruleId: string });
    const count = cases.reduce((sum, { records }) => sum + records.length, 0);
    return Array.from({ length: count }, (_, index) =>
      matches.filter(({ event }) => event === index).map(({ ruleId }) => ruleId),
    ).map((ids) => ids.toSorted());
  }

  const firstEvent = (index: number): number => cases.slice(0, index).reduce((sum, one) => sum + one.records.length, 0);

  const countIn = ({ ruleId, records }: RegressionCase, first: number): number =>
    shipped.slice(first, first + records.length).filter((ids) => ids.includes(ruleId)).length;
});

function compare(record: JsonObject, expected: readonly string[], found: readonly string[]): readonly string[] {
  const event = JSON.stringify(record["Event"]);
  const missing = expected.filter((id) => !found.includes(id)).map((id) => `${id} misses ${event}`);
  const more = found.filter((id) => !expected.includes(id)).map((id) => `${id} also matches ${event}`);
  return [...missing, ...more];
}
