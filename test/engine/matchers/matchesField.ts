import type { Scalar } from "../../../src/std/index.ts";
import { viewEvent } from "../../../src/engine/eventView.ts";
import { compilePattern } from "../../../src/engine/matchers.ts";
import type { Pattern } from "../../../src/sigma/index.ts";
import { makeEvent } from "../makeEvent.ts";

/** Whether a pattern matches a field `f`; undefined stands for an event without the field. */
export function matchesField(pattern: Pattern, value: Scalar | readonly Scalar[] | undefined): boolean {
  const event = makeEvent(value === undefined ? {} : { f: value });
  return compilePattern(pattern)(viewEvent(event).field("f")) !== undefined;
}
