import { expect, test } from "vitest";
import { encodeUtf16 } from "../../src/std/index.ts";

test.each(["", "cmd", "é€\uffff", "a😀b"])("%s has the bytes that Node gives it, low byte first", (text) => {
  expect(encodeUtf16(text, "low")).toEqual([...Buffer.from(text, "utf16le")]);
});

test.each([
  { text: "cmd", bytes: [0, 0x63, 0, 0x6d, 0, 0x64] },
  { text: "€", bytes: [0x20, 0xac] },
  { text: "😀", bytes: [0xd8, 0x3d, 0xde, 0x00] },
])("$text is $bytes, high byte first", ({ text, bytes }) => {
  expect(encodeUtf16(text, "high")).toEqual(bytes);
});
