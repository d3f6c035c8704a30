import { expect, test } from "vitest";
import { unifiedDiff } from "../../src/std/index.ts";

const diff = (old: string, now: string) => unifiedDiff({ name: "old", text: old }, { name: "new", text: now });
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `line ${n}\n`);

test.each([
  { old: "a\n", now: "a\n", expected: [], because: "there is no difference" },
  {
    old: "a\nb\nc\n",
    now: "a\nB\nc\n",
    expected: ["@@ -1,3 +1,3 @@", " a", "-b", "+B", " c"],
    because: "a line is another one",
  },
  { old: "", now: "a\n", expected: ["@@ -0,0 +1 @@", "+a"], because: "the old text is empty" },
  {
    old: "a",
    now: "a\n",
    expected: ["@@ -1 +1 @@", "-a", "\\ No newline at end of file", "+a"],
    because: "a line break is a difference",
  },
  {
    old: numbered(20).join(""),
    now: numbered(20).toSpliced(2, 1).toSpliced(15, 0, "more\n").join(""),
    expected: [
      "@@ -1,6 +1,5 @@",
      ...[" line 0", " line 1", "-line 2", " line 3", " line 4", " line 5"],
      "@@ -14,6 +13,7 @@",
      ...[" line 13", " line 14", " line 15", "+more", " line 16", " line 17", " line 18"],
    ],
    because: "changes that lie apart have hunks of their own",
  },
])("of $because", ({ old, now, expected }) => {
  const [from, to, ...lines] = diff(old, now).split("\n");
  if (expected.length === 0) expect(from).toBe("");
  else expect([from, to, ...lines]).toEqual(["--- old", "+++ new", ...expected, ""]);
});

test("texts that differ everywhere are replaced whole, without looking for long", () => {
  const lines = diff(numbered(5_000).join(""), numbered(5_000).join("").replaceAll("line", "row")).split("\n");
  expect(lines.filter((line) => line.startsWith("-line"))).toHaveLength(5_000);
  expect(lines.filter((line) => line.startsWith("+row"))).toHaveLength(5_000);
});

test("the difference makes the new text of the old one, whatever they are", () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  const text = () => Array.from({ length: random(40) }, () => `${random(6)}\n`).join("") + (random(2) ? "" : "end");
  for (let round = 0; round < 300; round++) {
    const [old, now] = [text(), text()];
    expect(applied(old, diff(old, now))).toBe(now);
  }
});

/** What a unified difference makes of a text: its lines must be there, at the places that it names. */
function applied(old: string, difference: string): string {
  const lines = old.split(/(?<=\n)/).filter((line) => line !== "");
  const result: string[] = [];
  let place = 0;
  const [, , ...body] = difference.split(/(?<=\n)/);
  for (const [index, line] of body.entries()) {
    const hunk = /^@@ -(\d+)(?:,(\d+))? /.exec(line);
    const bare = body[index + 1]?.startsWith("\\ ") ? line.slice(1, -1) : line.slice(1);
    if (hunk) {
      const start = Number(hunk[1]) - (hunk[2] === "0" ? 0 : 1);
      result.push(...lines.slice(place, start));
      place = start;
    } else if (line.startsWith("+")) {
      result.push(bare);
    } else if (line.startsWith(" ") || line.startsWith("-")) {
      expect(lines[place++]).toBe(bare);
      if (line.startsWith(" ")) result.push(bare);
    }
  }
  return [...result, ...lines.slice(place)].join("");
}
