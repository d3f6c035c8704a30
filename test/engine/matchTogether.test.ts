import { expect, test } from "vitest";
import { matchTogether } from "../../src/engine/index.ts";
import { makeEvent } from "./makeEvent.ts";

const [process, network] = ["process_creation", "network_connection"].map((category) => ({ categories: [category] }));
if (!process || !network) throw new Error("no classifications");
const kinds = [
  { classification: process, code: "1" },
  { classification: network, code: "3" },
  { classification: process, code: "4688" },
  { classification: network, code: "3" },
  { classification: process, code: "1" },
  { classification: process },
];
const events = kinds.map((kind, at) => ({ ...makeEvent({ at }), ...kind }));

test("events of a kind are matched one after the other, and answered in their order", () => {
  const order: unknown[] = [];
  const found = matchTogether(events, (event) => {
    order.push(event.field("at")?.[0]);
    return event;
  });
  expect(order).toEqual([0, 4, 2, 5, 1, 3]);
  expect(found).toEqual(events);
});

test("no events are no answers", () => {
  expect(matchTogether([], () => 1)).toEqual([]);
});
