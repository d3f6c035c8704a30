import { expect, test } from "vitest";
import { createReferenceRuleSet, createRuleSet, match } from "../../../src/engine/index.ts";
import { many, pick, random, type Random } from "../../sigma/random.ts";
import { makeEvent } from "../makeEvent.ts";
import { makeRule } from "../matchRule.ts";

const letters = ["a", "b", "c", "d", "e", "f", "g", "h"];
const logsources = ["{}", "{ product: windows }", "{ category: x }", "{ product: windows, service: s }"];

/** Few letters, so that rules of equal logic come up again and again. */
const randomRule = (next: Random) =>
  makeRule(
    pick(next, [
      `s: { ${pick(next, letters)}: ${pick(next, letters)} }\ncondition: s`,
      `s: { EventID: ${next(3)} }\ncondition: s`,
      `s: { EventID: [1, 2], A|contains: ${pick(next, letters)} }\ncondition: s`,
      `s: [${pick(next, letters)}]\ncondition: s`,
      `s: { EventID: 1 }\nt: { A: ${pick(next, letters)} }\ncondition: s and not t`,
    ]),
    pick(next, logsources),
  );

const randomEvent = (next: Random) =>
  makeEvent(
    { A: pick(next, letters), B: pick(next, letters), EventID: pick(next, [0, 1, "1", "0x2", [1, 2]]) },
    {
      classification: {
        product: "windows",
        service: pick(next, ["s", "t"]),
        ...pick(next, [{}, { otherServices: ["s"] }]),
        categories: pick(next, [["x"], []]),
      },
    },
  );

test("whatever is set and deleted, in whatever order, the matches are the reference's, at each step", () => {
  const next = random(1);
  let [indexed, reference] = [createRuleSet<number>([]), createReferenceRuleSet<number>([])];
  let matches = 0;
  for (let step = 0; step < 400; step += 1) {
    const changes = {
      set: many(next(step % 20 === 0 ? 40 : 3), () => [next(120), randomRule(next)] as const),
      delete: many(next(step % 50 === 0 ? 60 : 3), () => next(120)),
    };
    [indexed, reference] = [indexed.with(changes), reference.with(changes)];
    expect(indexed.size).toBe(reference.size);
    for (const event of many(4, () => randomEvent(next))) {
      const found = match(indexed, event);
      expect(found).toEqual(match(reference, event));
      matches += found.length;
    }
  }
  expect(matches).toBeGreaterThan(1_000);
});

test("a set keeps its matches after others have been made of it", () => {
  const event = makeEvent({ A: "a" });
  const rule = makeRule("s: { A: a }\ncondition: s");
  const first = createRuleSet([["one", rule]]);
  const second = first.with({ delete: ["one"] });
  const third = second.with({ set: [["two", rule]] });
  expect([first, second, third].map((set) => match(set, event).map(({ key }) => key))).toEqual([["one"], [], ["two"]]);
});

test("rules of equal logic match once each, whoever has them", () => {
  const keys = Array.from({ length: 50 }, (_, tenant) => `tenant ${tenant}`);
  const set = createRuleSet(keys.map((key) => [key, makeRule("s: { A: a }\ncondition: s")] as const));
  expect(match(set, makeEvent({ A: "a" })).map(({ key }) => key)).toEqual(keys);
});
