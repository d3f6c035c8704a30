import { expect, test } from "vitest";
import { hasLetterRun, letterRun } from "../../src/std/regexLetterRun.ts";

const run = letterRun(8, Array.from("0123456789abcdef"));

test.each([
  { text: "12345678", has: true, because: "it is all of the text" },
  { text: "xx 0123abcd", has: true, because: "it may end the text" },
  { text: "0123abcdef0 x", has: true, because: "it may be longer" },
  { text: "1234567", has: false, because: "it is too short" },
  { text: "1234567x1234567x1234567", has: false, because: "no stretch is long enough" },
  { text: "x1234567x12345678", has: true, because: "a short stretch may come before" },
  { text: "", has: false, because: "there is nothing" },
])("$text has a run of 8: $has, as $because", ({ text, has }) => {
  expect(hasLetterRun(run, text)).toBe(has);
});

test("wherever the run stands, it is found", () => {
  for (let at = 0; at < 40; at += 1) {
    const text = `${"-".repeat(at)}0a1b2c3d${"-".repeat(40 - at)}`;
    expect(hasLetterRun(run, text)).toBe(true);
    expect(hasLetterRun(run, text.replace("2", "-"))).toBe(false);
  }
});
