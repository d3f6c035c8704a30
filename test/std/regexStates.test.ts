import { expect, test } from "vitest";
import { keepStates, unknown } from "../../src/std/regexStates.ts";
import { random } from "./regexGenerator.ts";

const symbols = 4;

test("a state has the row that it got first, those with the same hash too", () => {
  // Of so many, several pairs have one hash of 32 bits.
  const count = 200_000;
  const states = keepStates({ width: 2, symbols: 1, maxStates: count });
  const next = random(11);
  const all = Array.from({ length: count }, (_, index) => Int32Array.of(next(2 ** 32), index));
  const rows = all.map((state) => states.rowOf(state));
  expect(rows.every((row, index) => row === index)).toBe(true);
  expect(all.every((state, index) => states.rowOf(state) === index)).toBe(true);
});

test("a state is read as it was kept, whatever else has come since", () => {
  const states = keepStates({ width: 2, symbols, maxStates: 100 });
  const kept = Array.from({ length: 100 }, (_, index) => Int32Array.of(index, -index));
  const rows = kept.map((state) => states.rowOf(state));
  const read = rows.map((row) => {
    const state = new Int32Array(2);
    states.read(row, state);
    return state;
  });
  expect(read).toEqual(kept);
});

test("where there is no room, states that are kept are found and others are not known", () => {
  const states = keepStates({ width: 1, symbols, maxStates: 2 });
  const rows = [7, 8, 9, 7, 8].map((bits) => states.rowOf(Int32Array.of(bits)));
  expect(rows).toEqual([0, symbols, unknown, 0, symbols]);
});

test("what is written into rows stays there as they grow, and the rest is unknown", () => {
  const states = keepStates({ width: 1, symbols, maxStates: 100 });
  states.rowOf(Int32Array.of(0));
  states.rows[2] = 12;
  for (let bits = 1; bits < 100; bits++) states.rowOf(Int32Array.of(bits));
  expect(states.rows).toHaveLength(100 * symbols);
  expect([...new Set(states.rows)]).toEqual([unknown, 12]);
  expect(states.rows.indexOf(12)).toBe(2);
});
