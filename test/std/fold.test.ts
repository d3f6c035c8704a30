import { expect, test } from "vitest";
import { fold } from "../../src/std/index.ts";

test.each([
  { left: "PowerShell", right: "pOWERsHELL", equal: true, because: "ASCII" },
  { left: "ÄÖÜ", right: "äöü", equal: true, because: "Latin-1" },
  { left: "ΟΔΟΣ", right: "οδος", equal: true, because: "final sigma is sigma" },
  { left: "Σ", right: "ς", equal: true, because: "whatever stands around it" },
  { left: "\u212aey", right: "KEY", equal: true, because: "the Kelvin sign is a k" },
  { left: "\u212b", right: "å", equal: true, because: "the Angstrom sign is a letter" },
  { left: "pa\u017fs", right: "PASS", equal: true, because: "the long s is an s" },
  { left: "\u00b5", right: "\u03bc", equal: true, because: "the micro sign is mu" },
  { left: "\u00c4\u00b5", right: "\u00e4\u03bc", equal: true, because: "in a text that is Latin-1 besides" },
  { left: "\u042f\u00b5", right: "\u044f\u03bc", equal: true, because: "in one that is not" },
  { left: "ẞ", right: "ß", equal: true, because: "capital sharp s is sharp s" },
  { left: "straße", right: "STRASSE", equal: false, because: "folding never changes the length" },
  { left: "İ", right: "i", equal: false, because: "dotted capital I stays distinct" },
  { left: "İ", right: "i\u0307", equal: false, because: "from its two-letter spelling as well" },
  { left: "ı", right: "i", equal: false, because: "dotless i stays distinct" },
  { left: "\u{10400}", right: "\u{10428}", equal: true, because: "Deseret has case beyond the first plane" },
  { left: "Ꭰ", right: "ꭰ", equal: true, because: "Cherokee folds upwards" },
])("$left and $right: $equal, $because", ({ left, right, equal }) => {
  expect(fold(left) === fold(right)).toBe(equal);
});

test.each(["ΑΣ", "ΑΣ Β", "İΣΣİ", "Kſẞ", "aΣ\u0301Σb"])("folding %s is folding its code points", (text) => {
  expect(fold(text)).toBe(Array.from(text, fold).join(""));
});

test("folding agrees with the simple case folding that regular expressions use, for every letter that has case", () => {
  const same = (left: string, right: string): boolean => new RegExp(`^${escape(left)}$`, "iu").test(right);
  const wrong = casedLetters().flatMap((letter) =>
    [letter.toLowerCase(), letter.toUpperCase(), fold(letter)]
      .filter((other) => Array.from(other).length === 1)
      .filter((other) => same(letter, other) !== (fold(letter) === fold(other)))
      .map((other) => `${letter} ${other}`),
  );
  expect(wrong).toEqual([]);
});

test("folding twice is folding once", () => {
  expect(casedLetters().filter((letter) => fold(fold(letter)) !== fold(letter))).toEqual([]);
});

const escape = (letter: string): string => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`;

function casedLetters(): string[] {
  const letters = Array.from({ length: 0x20000 }, (_, code) =>
    code >= 0xd800 && code < 0xe000 ? "" : String.fromCodePoint(code),
  );
  return letters.filter((letter) => letter.toLowerCase() !== letter || letter.toUpperCase() !== letter);
}
