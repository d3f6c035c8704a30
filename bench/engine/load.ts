// A process of its own: what loading rules costs it, cold, and what memory it has then and after some events. Prints one JSON line.
// Arguments: how many events, a file of events, then paths of rules.
import { readLines, readRules } from "./inputs.ts";
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
for (const line of Number(count) > 0 ? readLines(events).slice(0, Number(count)) : []) {
  matches += match(result.ruleSet, normalise(JSON.parse(line) as JsonObject)).length;
}
console.log(JSON.stringify({ rules: result.count, loadMs: us / 1_000, wallMs, loadedMb, usedMb: rss(), matches }));
