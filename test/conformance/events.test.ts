import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { normalise, type Event } from "../../src/event/index.ts";
import { decodeBody, decodeStream } from "../../src/ingest/index.ts";

// Real events that are not part of the project: where they are missing, these tests are skipped.
const data = new URL("../../../shared/data/", import.meta.url).pathname;
const regression = join(data, "sigmahq/regression_data");
const otrf = join(data, "events/otrf-windows.ndjson.gz");

describe.skipIf(!existsSync(regression))(`regression events (skipped without ${regression})`, () => {
  test("each is read, classified and has time, host and its data under their own names", async () => {
    const files = readdirSync(regression, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".json"),
    );
    let events = 0;
    for (const file of files) {
      const decoded = await decodeBody(readFileSync(join(regression, file)));
      if (decoded.kind === "refused") throw new Error(`${file}: ${decoded.message}`);
      expect({ file, rejections: decoded.rejections }).toEqual({ file, rejections: [] });
      for (const { record } of decoded.records) {
        const event = normalise(record);
        events++;
        expect({ file, ...event.classification }).toMatchObject({
          file,
          product: "windows",
          service: expect.any(String) as string,
        });
        expect({ file, time: event.timeMs, host: event.host }).toEqual({
          file,
          time: expect.any(Number) as number,
          host: expect.any(String) as string,
        });
        const eventData = Object.keys((record["Event"] as { EventData: object }).EventData);
        expect(eventData.filter((name) => event.field(name.replaceAll(" ", "")) === undefined)).toEqual([]);
      }
    }
    expect(events).toBeGreaterThan(100);
  });

  test("nearly all of them have a category, as the rules that they are for are mostly of categories", async () => {
    const files = readdirSync(regression, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".json"),
    );
    const without = new Set<string>();
    for (const file of files) {
      const decoded = await decodeBody(readFileSync(join(regression, file)));
      if (decoded.kind === "refused") throw new Error(`${file}: ${decoded.message}`);
      for (const { record } of decoded.records) {
        const event = normalise(record);
        const { classification } = event;
        const code = String(event.field("EventID")?.[0]);
        if (classification.categories.length === 0) without.add(`${classification.service ?? ""} ${code}`);
      }
    }
    expect([...without].filter((event) => !/^(security|windefend) /.test(event))).toEqual([]);
  });
});

describe.skipIf(!existsSync(otrf))(`OTRF events (skipped without ${otrf})`, () => {
  test("all are read, none is rejected, and each that has a Channel has a service", async () => {
    const seen: Seen = {
      events: 0,
      rejected: 0,
      unclassified: [],
      withChannel: 0,
      withService: 0,
      withTime: 0,
      withHost: 0,
    };
    for await (const decoded of decodeStream(createReadStream(otrf) as AsyncIterable<Buffer>)) {
      if (decoded.kind === "refused") throw new Error(decoded.message);
      seen.rejected += decoded.rejections.length;
      for (const { record } of decoded.records) count(normalise(record), seen);
    }
    expect(seen).toMatchObject({ events: 62_154, rejected: 0, withChannel: 62_104, withTime: 62_154 });
    expect(seen.withService).toBeGreaterThanOrEqual(seen.withChannel);
    expect(seen.unclassified).toEqual([]);
    expect(seen.withHost).toBeGreaterThan(62_100);
  }, 120_000);
});

interface Seen {
  events: number;
  rejected: number;
  /** Channels of events that have one, and no service. */
  readonly unclassified: string[];
  withChannel: number;
  withService: number;
  withTime: number;
  withHost: number;
}

function count(event: Event, seen: Seen): void {
  const channel = event.field("Channel")?.[0];
  const { service } = event.classification;
  seen.events++;
  if (channel !== undefined) seen.withChannel++;
  if (service !== undefined) seen.withService++;
  if (channel !== undefined && service === undefined) seen.unclassified.push(String(channel));
  if (event.timeMs !== undefined) seen.withTime++;
  if (event.host !== undefined) seen.withHost++;
}
