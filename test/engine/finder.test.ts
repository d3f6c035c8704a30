import { expect, test } from "vitest";
import { atLeast, every, type Finder, some } from "../../src/engine/finder.ts";
import { viewEvent } from "../../src/engine/eventView.ts";
import { makeEvent } from "./makeEvent.ts";

const event = viewEvent(makeEvent({}));
const holds: Finder = () => true;
const fails: Finder = () => false;

test.each([
  { what: "every one of no parts", finder: every([]), found: false },
  { what: "some of no parts", finder: some([]), found: false },
  { what: "none of no parts", finder: atLeast(0, []), found: false },
  { what: "none of parts that fail", finder: atLeast(0, [fails]), found: false },
  { what: "two of three", finder: atLeast(2, [holds, fails, holds]), found: true },
  { what: "three of two", finder: atLeast(3, [holds, holds]), found: false },
])("$what: $found", ({ finder, found }) => {
  expect(finder(event, [])).toBe(found);
});
