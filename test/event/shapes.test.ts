import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { normalise, readRecord, type Event } from "../../src/event/index.ts";
import { recognise } from "../../src/event/shapes.ts";

// Each record of test/data/events, written for this project, with the event that it must become beside it in golden/.
const data = new URL("../data/events/", import.meta.url);
const shapes = readdirSync(data).filter((folder) => folder !== "golden");
const records = shapes.flatMap((shape) =>
  readdirSync(new URL(shape, data)).map((file) => ({ shape, file, name: `${shape}/${file}` })),
);

test.each(records)("$name is recognised and becomes its golden event", async ({ shape, file, name }) => {
  const reading = readRecord(readFileSync(new URL(name, data), "utf8"));
  if (reading.kind === "refused") throw new Error(reading.message);
  expect(recognise(reading.record).name).toBe(shape);
  const golden = new URL(`golden/${shape}-${file}`, data).pathname;
  await expect(print(normalise(reading.record))).toMatchFileSnapshot(golden);
});

function print(event: Event): string {
  const { classification, timeMs, host, user, sourceAddress } = event;
  const heading = Object.entries({ classification, timeMs, host, user, sourceAddress })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `  "${key}": ${JSON.stringify(value)},\n`);
  const fields = event.names().map((name) => `    ${JSON.stringify(name)}: ${JSON.stringify(event.field(name))}`);
  return `{\n${heading.join("")}  "fields": {\n${fields.join(",\n")}\n  }\n}\n`;
}
