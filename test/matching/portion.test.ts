import { expect, test } from "vitest";
import { packRecords, splitRecords, unpackRecords } from "../../src/matching/portion.ts";
import { many } from "../sigma/random.ts";
import { message } from "./records.ts";

test.each([
  { records: [], because: "a question can be empty" },
  { records: [message("plain")], because: "most are" },
  { records: [message('é 漢 🦊 \u0000 \\ " \n'), message(""), message("ÿ")], because: "bytes are not characters" },
  {
    records: [
      { ...message("a"), logsource: { product: "窓", categories: ["process_creation"], service: "s" } },
      message("b"),
      { ...message("c"), logsource: {} },
    ],
    because: "some senders say what they send",
  },
])("$records arrive as they left: $because", ({ records }) => {
  expect([...unpackRecords(structuredClone(packRecords(records)))]).toEqual(records);
});

test.each([
  { count: 0, length: 10, threads: 2, sizes: [], because: "there is nothing" },
  { count: 20, length: 10, threads: 4, sizes: [20], because: "a few records are not worth several threads" },
  { count: 300, length: 10, threads: 2, sizes: [150, 150], because: "each thread gets its share" },
  { count: 1_200, length: 10, threads: 1, sizes: [500, 500, 200], because: "nobody gets much at a time" },
  { count: 5, length: 400_000, threads: 1, sizes: [2, 2, 1], because: "a megabyte is much" },
  { count: 2, length: 2_000_000, threads: 1, sizes: [1, 1], because: "a record is never split" },
])("$count records of $length go to $threads threads as $sizes: $because", ({ count, length, threads, sizes }) => {
  const records = many(count, (i) => message(String(i).padEnd(length, "x")));
  const parts = splitRecords(records, threads);
  expect(parts.map((part) => part.length)).toEqual(sizes);
  expect(parts.flat()).toEqual(records);
});
