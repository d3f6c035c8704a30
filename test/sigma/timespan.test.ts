import { expect, test } from "vitest";
import { parseTimespan } from "../../src/sigma/timespan.ts";

test.each([
  { text: "30s", seconds: 30, because: "seconds" },
  { text: "90m", seconds: 5_400, because: "minutes may exceed an hour" },
  { text: "24h", seconds: 86_400, because: "hours" },
  { text: "007d", seconds: 604_800, because: "leading zeros mean nothing" },
  { text: "15M", seconds: undefined, because: "the letter is lowercase" },
  { text: "1w", seconds: undefined, because: "weeks are not Sigma's" },
  { text: "1.5h", seconds: undefined, because: "there are no fractions" },
  { text: "0s", seconds: undefined, because: "nothing happens in no time" },
  { text: "-5m", seconds: undefined, because: "time goes on" },
  { text: "5", seconds: undefined, because: "a unit is missing" },
  { text: " 5m", seconds: undefined, because: "there are no spaces" },
  { text: "5m\n", seconds: undefined, because: "there are no line breaks" },
  { text: "99999999999s", seconds: undefined, because: "nobody waits so long" },
])("timespan $text is $seconds: $because", ({ text, seconds }) => {
  expect(parseTimespan(text)).toBe(seconds);
});
