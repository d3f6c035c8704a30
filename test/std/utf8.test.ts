import { expect, test } from "vitest";
import { encodeUtf8 } from "../../src/std/index.ts";

test.each([
  { text: "", because: "nothing" },
  { text: "cmd /c \u007f", because: "one byte" },
  { text: "\u0080é\u07ff", because: "two bytes" },
  { text: "\u0800€\ud7ff\ue000\uffff", because: "three bytes" },
  { text: "\u{10000}😀\u{10ffff}", because: "four bytes" },
  { text: "a\ud83db", because: "half of a pair is replaced" },
  { text: "\ude00", because: "the other half too" },
])("$text has the bytes that Node gives it: $because", ({ text }) => {
  expect(encodeUtf8(text)).toEqual([...Buffer.from(text, "utf8")]);
});
