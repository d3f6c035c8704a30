// Rules for detections that were never matched: only their tags, levels and logsources count here.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { techniques } from "../../src/attack/index.ts";
import type { Source } from "../../src/sigma/index.ts";

const count = 3_780;
const levels = ["informational", "low", "medium", "medium", "high", "high", "medium", "low", "high", "critical"];

/** How often each rule fires, against the others: by Zipf's law, one in twenty never. */
export const weightOf = (place: number): number => (isSilent(place) ? 0 : 1 / (1 + ((place * 1_009) % count)));
const isSilent = (place: number): boolean => place % 20 === 19;

/** One technique has hundreds of rules, one has nine, one has only rules that never fire; the others share the rest. */
function tagsOf(place: number): readonly string[] {
  if (place % 420 === 7) return ["attack.exfiltration", "attack.t1048.003"];
  if (isSilent(place) && place % 100 === 19) return ["attack.initial-access", "attack.t1200"];
  if (place % 9 === 0) return ["attack.execution", `attack.t1059.00${1 + (place % 8)}`];
  const technique = techniques[(place * 7_919) % techniques.length];
  const isOwn = technique === undefined || /^T(1059|1048|1200)/.test(technique.id);
  return isOwn ? ["attack.discovery", "attack.t1057"] : [`attack.${technique.id.toLowerCase()}`];
}

const ruleOf = (place: number): Source => ({
  name: `generated/${place}.yml`,
  text: [
    `title: Generated rule ${place}`,
    `id: 10000000-0000-4000-8000-${String(place).padStart(12, "0")}`,
    "status: test",
    `level: ${levels[place % levels.length] ?? "medium"}`,
    "tags:",
    ...tagsOf(place).map((tag) => `  - ${tag}`),
    "logsource:",
    `  product: ${["windows", "linux", "aws"][place % 3] ?? "windows"}`,
    "  category: process_creation",
    "detection:",
    "  selection:",
    `    CommandLine|contains: needle-${place}`,
    "  condition: selection",
    "",
  ].join("\n"),
});

export const generatedRules = (): readonly Source[] => Array.from({ length: count }, (_, place) => ruleOf(place));

export const rulesIn = (path: string): readonly Source[] =>
  (statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: "utf8" }).toSorted() : [""])
    .filter((name) => name === "" || /\.ya?ml$/.test(name))
    .map((name) => join(path, name))
    .map((name) => ({ name, text: readFileSync(name, "utf8") }));
