import { RE2JS } from "re2js";
import { expect, test } from "vitest";
import { letterRun } from "../../src/std/regexLetterRun.ts";
import { compileRegex, inspectRegex, regexCost } from "../../src/std/index.ts";
import { random, randomRegex, randomText } from "./regexGenerator.ts";

const plain = { ignoreCase: false, multiline: false, dotAll: false };

test.each([
  { source: "abc", minLength: 3, literals: [["abc"]], because: "a text is needed whole" },
  { source: "ABC", minLength: 3, literals: [["abc"]], because: "its case is folded" },
  { source: "(?i)abc", minLength: 3, literals: [["abc"]], because: "so it is needed where case does not count" },
  { source: "(?i)aécd", minLength: 4, literals: [["cd"], ["a"]], because: "whose case depends on Unicode is not sure" },
  { source: "aécd", minLength: 4, literals: [["aécd"]], because: "where case counts it is" },
  { source: "a|b", minLength: 1, literals: [["a", "b"]], because: "one of the choices is needed" },
  { source: "ab|\\d", minLength: 1, literals: [], because: "a choice without letters may be it" },
  { source: "https?://x", minLength: 8, literals: [["http://x", "https://x"]], because: "both ways are known" },
  { source: "(?:cmd|cmd\\.exe) x", minLength: 5, literals: [["cmd x", "cmd.exe x"]], because: "choices go on" },
  { source: "[Pp]rogram[Dd]ata", minLength: 11, literals: [["programdata"]], because: "both cases fold to one" },
  { source: "net\\s+user", minLength: 8, literals: [["user"], ["net"]], because: "both sides of a gap are needed" },
  { source: "net.*x*user", minLength: 7, literals: [["user"], ["net"]], because: "what may be absent is not" },
  { source: "(abc)+", minLength: 3, literals: [["abc"]], because: "once at least" },
  { source: "(abc){2,5}", minLength: 6, literals: [["abc"]], because: "twice at least" },
  { source: "(abc)*", minLength: 0, literals: [], because: "or never" },
  { source: "^abc$", minLength: 3, literals: [["abc"]], because: "anchors take nothing" },
  { source: "\\.exe\\b", minLength: 4, literals: [[".exe"]], because: "an escape is its character" },
  { source: "\\x41\\101\\n", minLength: 3, literals: [["aa\n"]], because: "by its number too" },
  { source: "\\Qa.b*\\E", minLength: 4, literals: [["a.b*"]], because: "quoted text is text" },
  { source: "[^/]{100,}$", minLength: 100, literals: [], because: "a length is known without letters" },
  {
    source: "\\w+`(\\w+|-|.)`[\\w+|\\s]",
    minLength: 5,
    literals: [["`"]],
    because: "one character is a literal, twice is once",
  },
  {
    source: "\\s[a-fA-F0-9]{64}\\s",
    minLength: 66,
    literals: [],
    run: letterRun(64, Array.from("0123456789abcdef")),
    because: "a run of a few letters is needed",
  },
  { source: "[0-9a-f]{7}", minLength: 7, literals: [], because: "a short run tells nothing" },
  { source: "a{2000", minLength: 6, literals: [["a{2000"]], because: "a brace that is no count is text" },
  { source: "", minLength: 0, literals: [], because: "nothing needs nothing" },
])("/$source/ needs $literals and $minLength characters: $because", ({ source, minLength, literals, run }) => {
  const compiled = compileRegex(source, plain);
  expect(compiled.ok && compiled.regex.needs).toEqual({ minLength, literals, ...(run && { run }) });
});

/** How many expressions; `FUZZ_INPUTS=100000` asks for more. */
const inputs = Number(process.env["FUZZ_INPUTS"] ?? 3_000);

test(`${inputs} random expressions: the verdict is that of the bare engine`, { timeout: 600_000 }, () => {
  const seen = { sound: 0, matches: 0, misses: 0 };
  for (let seed = 1; seed <= inputs; seed++) {
    const next = random(seed);
    const source = randomRegex(next);
    const flags = { ignoreCase: next(3) === 0, multiline: next(3) === 0, dotAll: next(3) === 0 };
    const compiled = compileRegex(source, flags);
    if (!compiled.ok) continue;
    seen.sound += 1;
    const bare = RE2JS.compile(
      source,
      Number(flags.ignoreCase) + 2 * Number(flags.dotAll) + 4 * Number(flags.multiline),
    );
    for (let count = 0; count < 20; count++) {
      const text = randomText(next, source);
      const expected = bare.test(text);
      seen[expected ? "matches" : "misses"] += 1;
      expect({ source, flags, text, found: compiled.regex.test(text) }).toEqual({
        source,
        flags,
        text,
        found: expected,
      });
    }
  }
  expect(seen.sound).toBeGreaterThan(inputs / 2);
  expect(seen.matches).toBeGreaterThan(inputs);
  expect(seen.misses).toBeGreaterThan(inputs);
});

test(
  `${inputs} random expressions: an inspection finds what compiling would, and no smaller a cost`,
  { timeout: 600_000 },
  () => {
    for (let seed = 1; seed <= inputs; seed++) {
      const source = randomRegex(random(seed));
      const size = programSize(source);
      // What costs too much is refused, sound or not.
      if (regexCost(source) === maxCost) continue;
      expect([source, inspectRegex(source).ok]).toEqual([source, size !== undefined]);
      // The engine adds a start and an end; each expression costs 50 whatever it says.
      if (size !== undefined) expect([source, regexCost(source) - 50 + 2 >= size]).toEqual([source, true]);
    }
  },
);

const maxCost = 1_250;

function programSize(source: string): number | undefined {
  try {
    return RE2JS.compile(source).programSize();
  } catch {
    return undefined;
  }
}
