import { expect, test } from "vitest";
import { matchWildcards } from "../../../src/engine/matchers/wildcards.ts";
import { parts } from "./glob.ts";

/** Every text of up to `length` of the letters. */
function words(letters: readonly string[], length: number): readonly string[] {
  if (length === 0) return [""];
  const shorter = words(letters, length - 1);
  return [...new Set([...shorter, ...shorter.flatMap((word) => letters.map((letter) => word + letter))])];
}

const escaped: Readonly<Record<string, string>> = { "*": ".*", "?": ".", "~": "[ab]" };

test.each([
  { letters: ["a", "b", "😀"], pieces: ["a", "b", "*", "?", "😀"] },
  { letters: ["a", "b", "c"], pieces: ["a", "*", "?", "~"] },
])("every short pattern of $pieces agrees with its regular expression on every short text", ({ letters, pieces }) => {
  const texts = words(letters, 5);
  const disagreements = words(pieces, 5).flatMap((glob) => {
    const matches = matchWildcards(parts(glob));
    const oracle = new RegExp(`^${glob.replace(/[*?~]/g, (wildcard) => escaped[wildcard] ?? "")}$`, "su");
    return texts.filter((text) => matches(text) !== oracle.test(text)).map((text) => `${glob} on ${text}`);
  });
  expect(disagreements).toEqual([]);
});
