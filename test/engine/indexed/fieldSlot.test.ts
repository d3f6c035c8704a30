import { expect, test } from "vitest";
import { viewEvent } from "../../../src/engine/eventView.ts";
import { fieldSlot } from "../../../src/engine/indexed/fieldSlot.ts";
import { makeEvent } from "../makeEvent.ts";

/** An event that counts how often a field of it is read. */
function counted(value: string) {
  const event = makeEvent({ A: value });
  const reads: string[] = [];
  const field = (name: string) => {
    reads.push(name);
    return event.field(name);
  };
  return { event: { ...event, field }, reads };
}

test("a field of an event is read once, whoever asks", () => {
  const { event, reads } = counted("a");
  const view = viewEvent(event);
  expect(fieldSlot("A").scalars(event)).toEqual(["a"]);
  expect(fieldSlot("A").field(view).values?.[0]?.text).toBe("a");
  expect(fieldSlot("A").scalars(event)).toEqual(["a"]);
  expect(reads).toEqual(["A"]);
});

test("of two events each has its own value, in whatever order they are asked about", () => {
  const [one, other] = [counted("one").event, counted("other").event];
  const slot = fieldSlot("A");
  expect([one, other, one].map((event) => slot.scalars(event))).toEqual([["one"], ["other"], ["one"]]);
  const [viewOne, viewOther] = [viewEvent(one), viewEvent(other)];
  const texts = [viewOne, viewOther, viewOne].map((view) => slot.field(view).values?.[0]?.text);
  expect(texts).toEqual(["one", "other", "one"]);
});

test("a name has one slot", () => {
  expect(fieldSlot("A")).toBe(fieldSlot("A"));
  expect(fieldSlot("A")).not.toBe(fieldSlot("B"));
});
