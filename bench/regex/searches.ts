import { RE2JS } from "re2js";
import { bitsOf } from "../../src/std/regexBits.ts";
import { automatonOf } from "../../src/std/regexProgram.ts";
import { searchByStates } from "../../src/std/regexSearch.ts";
import { cpuMs } from "./cpuMs.ts";

type Search = (text: string) => boolean;

/** Shapes that rules have. None occurs in the texts. */
const expressions = [
  String.raw`net\s+user\s+`,
  String.raw`(?i)\s['"]?C:\\Build\\(?:A|B|C)`,
  String.raw`(?i)cmd.{0,5}(?:/c|/k).+start.+(?:\$?\{?name\}?|nowait).+!`,
  String.raw`\w+~(\w+|-|.)~[\w+|\s]`,
  String.raw`(?:Copy|Move).{1,64}-Path.{1,64}\\(?:One|Two)\\`,
  String.raw`\bgo\b`,
];

const line = String.raw`powershell.exe -NoProfile -Command "& { $list = Get-ChildItem 'C:\Data\Reports'; foreach ($each in $list) { Copy-Item $each.FullName -Destination D:\Backup } }" `;
/** What the expressions ask for, on lines of its own, so that the engine cannot tell without a search that a text is no match. */
const asked = ["", "~", "go_", "user", "net", "\\One\\", "Copy", "-Path"].join("\n");
const texts = [7_000, 30_000].map((length) => line.repeat(length / 100).slice(0, length) + asked);

/** Searches by states, by bits alone and by the engine itself, on texts like long command lines. */
export function reportSearches(): void {
  console.log(
    "nanoseconds a character in texts of 7,000 and 30,000, the best of five: by states, by bits, in the engine",
  );
  for (const source of expressions) {
    const searches = searchesFor(source);
    const best = searches.map(() => Infinity);
    for (let round = 0; round < 5; round++) {
      for (const [index, search] of searches.entries())
        best[index] = Math.min(best[index] ?? Infinity, nanoseconds(search));
    }
    console.log(`  ${best.map((each) => each.toFixed(1).padStart(7)).join(" ")}  ${source}`);
  }
}

function searchesFor(source: string): readonly Search[] {
  const compiled = RE2JS.compile(source);
  const automaton = automatonOf(compiled);
  const bits = automaton && bitsOf(automaton);
  if (!bits) throw new Error(`${source} is left to the engine`);
  const byBits = searchByStates(bits, { maxCells: 0, credit: 0, charactersPerMove: Infinity });
  return [searchByStates(bits), byBits, (text) => compiled.test(text)];
}

function nanoseconds(search: Search): number {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const rounds = 20;
  const ms = cpuMs(() => {
    for (let round = 0; round < rounds; round++) for (const text of texts) search(text);
  });
  return (ms * 1_000_000) / (rounds * characters);
}
