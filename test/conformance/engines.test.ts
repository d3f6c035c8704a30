import { createReadStream, existsSync } from "node:fs";
import { expect, test } from "vitest";
import { createReferenceRuleSet, createRuleSet, match } from "../../src/engine/index.ts";
import { normalise } from "../../src/event/index.ts";
import { decodeStream } from "../../src/ingest/index.ts";
import { resolvePlaceholders, type Rule } from "../../src/sigma/index.ts";
import { hasSigmahq, readRegressionCases, readRules } from "./sigmahq.ts";

// The indexed evaluator against the plain one, evidence included, on rules and events that are not part of the project.
const otrf = new URL("../../../shared/data/events/otrf-windows.ndjson.gz", import.meta.url).pathname;

const readPlainRules = (): readonly Rule[] =>
  [...readRules().values()]
    .flatMap(({ rules }) => rules)
    .filter((rule) => resolvePlaceholders(rule, new Map()).problems.length === 0);

const setsOf = (rules: readonly Rule[]) => {
  const entries = rules.map((rule, index) => [index, rule] as const);
  return { indexed: createRuleSet(entries), reference: createReferenceRuleSet(entries) };
};

test.skipIf(!hasSigmahq)(
  "both engines match all rules alike on SigmaHQ's events (skipped without ../shared/data)",
  () => {
    const { indexed, reference } = setsOf(readPlainRules());
    let matches = 0;
    for (const record of readRegressionCases().flatMap(({ records }) => records)) {
      const event = normalise(record);
      const found = match(indexed, event);
      expect(found).toEqual(match(reference, event));
      matches += found.length;
    }
    expect(matches).toBeGreaterThan(100);
  },
);

/** Every so many events: the plain evaluator takes a quarter of a millisecond for each. `ENGINE_EVERY=1` takes all. */
const every = Number(process.env["ENGINE_EVERY"] ?? 25);

test.skipIf(!hasSigmahq || !existsSync(otrf))(
  "both engines match all rules alike on events of attacks (skipped without ../shared/data)",
  async () => {
    const { indexed, reference } = setsOf(readPlainRules());
    const seen = { events: 0, matches: 0 };
    for await (const decoded of decodeStream(createReadStream(otrf) as AsyncIterable<Buffer>)) {
      if (decoded.kind === "refused") throw new Error(decoded.message);
      for (const { record, text } of decoded.records) {
        if (seen.events++ % every !== 0) continue;
        const event = normalise(record, undefined, text);
        const found = match(indexed, event);
        expect(found).toEqual(match(reference, event));
        seen.matches += found.length;
      }
    }
    expect(seen.events).toBe(62_154);
    expect(seen.matches).toBeGreaterThan(20);
  },
  600_000,
);
