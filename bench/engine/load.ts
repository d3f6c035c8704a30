// A process of its own: what loading rules costs it, cold, and what memory it has then and after some events. Prints one JSON line.
// Arguments: how many events, a file of events, then paths of rules.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { readRules } from "./inputs.ts";
import { timed } from "./measure.ts";
import { createRuleSet, match, normalise } from "./rooms.ts";
import type { JsonObject } from "../../src/event/index.ts";

const [count = "0", events = "", ...paths] = process.argv.slice(2);

const start = performance.now();
const { us, result } = timed(() => {
  const rules = readRules(paths);
  return { count: rules.length, ruleSet: createRuleSet(rules.map((rule, index) => [index, rule] as const)) };
});
const wallMs = performance.now() - start;
const rss = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 2 ** 20;
};
const loadedMb = rss();
let matches = 0;
for await (const line of firstLines(events, Number(count))) {
  matches += match(result.ruleSet, normalise(JSON.parse(line) as JsonObject)).length;
}
console.log(JSON.stringify({ rules: result.count, loadMs: us / 1_000, wallMs, loadedMb, usedMb: rss(), matches }));

/** One after the other, as the service has them: the file as a whole would be most of the memory. */
async function* firstLines(file: string, most: number): AsyncGenerator<string> {
  if (most === 0) return;
  const bytes = createReadStream(file);
  let given = 0;
  for await (const line of createInterface({ input: file.endsWith(".gz") ? bytes.pipe(createGunzip()) : bytes })) {
    yield line;
    if (++given === most) return;
  }
}
