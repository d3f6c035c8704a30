import { readdirSync } from "node:fs";
import path from "node:path";
import fastify from "fastify";
import { expect, test } from "vitest";
import { maxListedDetections, timeOrigins } from "../../src/detection/index.ts";
import { defaultLimits, sampledFirst, sampleInterval, tallyLimits } from "../../src/event/index.ts";
import { logsources } from "../../src/event/logsources.ts";
import { createMetrics, measureRequests } from "../../src/http/metrics.ts";
import { upkeepMetrics } from "../../src/http/upkeepMetrics.ts";
import { defaultRequestLimits, type Rejection } from "../../src/ingest/index.ts";
import { keptDays } from "../../src/rules/index.ts";
import { modifierNames } from "../../src/sigma/modifiers.ts";
import { blocksOf, codeIn, idleProgram, projectRoot, readText, sectionOf, tableOf } from "./docsPages.ts";

const rules = readText("docs/rules.md");
const events = readText("docs/events.md");
const http = readText("docs/http.md");

const grouped = (count: number) => count.toLocaleString("en-US");

test("docs/rules.md shows a problem as it is printed", () => {
  const [shown] = blocksOf(sectionOf(rules, "## Problems"));
  const [golden] = readText("test/data/problems/unknown-modifier/1.txt").split("\n\n");
  expect(shown?.text.trimEnd()).toBe(golden?.replace("1.yml", "rules/mine.yml"));
});

test("docs/rules.md has every modifier", () => {
  const there = tableOf(sectionOf(rules, "## What is read"), "modifier").flatMap((row) => codeIn(row.join(" ")));
  for (const name of modifierNames) expect(there).toContain(name);
});

test("docs/events.md lists every shape, and says of each when and where its events happened", () => {
  const files = readdirSync(path.join(projectRoot, "src/event/shapes")).map((file) => file.replace(/\.ts$/, ""));
  const listed = tableOf(sectionOf(events, "## Shapes"), "shape").flatMap(([name = ""]) => codeIn(name));
  const dated = tableOf(sectionOf(events, "## When, where, who"), "shape").flatMap(([name = ""]) => codeIn(name));
  expect(listed.toSorted()).toEqual(files.toSorted());
  // What an integration has moved has the time and the host of the vendor's own shape.
  expect([...new Set([...dated, "elasticCloud"])].toSorted()).toEqual(files.toSorted());
});

test("docs/events.md has the limits of a record", () => {
  const { textBytes, leaves, depth, pathLength } = defaultLimits;
  expect(tableOf(sectionOf(events, "## Limits"), "limit").map(([, most]) => most)).toEqual(
    [textBytes, leaves, depth, pathLength].map(grouped),
  );
});

test("docs/events.md has the limits of counting, and how events are sampled", () => {
  const { kinds, fields, nameLength, kindLength } = tallyLimits;
  const written = tableOf(sectionOf(events, "## Which fields arrive"), "limit of counting").map(([, most]) => most);
  expect(written).toEqual([kinds, fields, nameLength, kindLength].map(grouped));
  expect(events).toContain(`looks at the first ${sampledFirst} events, then at one in ${sampleInterval}`);
  expect(events).toContain(`Counts are kept for ${keptDays} days`);
});

test("docs/events.md has every origin of a time", () => {
  const written = tableOf(sectionOf(events, "## When, where, who"), "time origin").flatMap(([name = ""]) =>
    codeIn(name),
  );
  expect(written).toEqual(timeOrigins);
});

test("docs/rules.md shows coverage as it is printed", () => {
  const shown = blocksOf(sectionOf(rules, "## Coverage")).find(({ language }) => language === "text");
  expect(shown?.text.trimEnd()).toBe(readText("test/data/coverage/report.txt"));
});

test("docs/events.md classifies as the table does", () => {
  const named = tableOf(sectionOf(events, "## What an event is"), "log (channel)").filter(
    ([log = ""]) => codeIn(log).length === 1,
  );
  expect(named.length).toBeGreaterThan(3);
  for (const [log = "", service = "", categories = ""] of named) {
    const row = logsources.find(({ logs }) => logs.includes(codeIn(log)[0] ?? ""));
    expect(row?.service).toBe(codeIn(service)[0]);
    for (const [, code = "", names = ""] of categories.matchAll(/(\d+) ((?:`\w+`(?: and )?)+)/g)) {
      expect(row?.categories?.[code], `${log} ${code}`).toEqual(codeIn(names));
    }
  }
});

test("docs/events.md has every equivalent of the Security log", () => {
  const told = tableOf(sectionOf(events, "### Equivalents"), "event").flatMap(([event = "", categories = ""]) =>
    Array.from(event.matchAll(/^Security (\d+)/g), ([, code = ""]) => [code, new Set(codeIn(categories))] as const),
  );
  const { categories = {}, actions = {} } = logsources.find(({ service }) => service === "security") ?? {};
  const known = Object.entries(categories).map(([code, always]) => {
    const ofActions = Object.values(actions[code] ?? {}).flat();
    return [code, new Set([...always, ...ofActions])] as const;
  });
  expect(new Map(told)).toEqual(new Map(known));
});

test("docs/http.md has every reason for which a record is rejected", () => {
  // The compiler sees to it that none is missing here.
  const codes: Readonly<Record<Rejection["code"], true>> = {
    "invalid-json": true,
    "invalid-text": true,
    "not-an-object": true,
    "too-large": true,
    "too-many-leaves": true,
    "too-deep": true,
    "names-too-long": true,
    "invalid-wrapper": true,
  };
  const written = tableOf(http, "code of a rejected record").flatMap(([code = ""]) => codeIn(code));
  expect(written).toEqual(Object.keys(codes));
});

test("docs/http.md has every limit of a request", () => {
  for (const limit of [
    defaultRequestLimits.unpackedBytes,
    defaultRequestLimits.events,
    maxListedDetections,
    defaultLimits.textBytes,
    defaultLimits.leaves,
    defaultLimits.pathLength,
  ]) {
    expect(http).toContain(grouped(limit));
  }
});

test("docs/operations.md has every metric of ours, by name, kind and labels", async () => {
  const metrics = createMetrics({ waiting: () => 0, subscriptions: () => 0 });
  upkeepMetrics(metrics.registry, () => ({ tables: [], failures: 0, lastRunMs: undefined }));
  const app = fastify();
  measureRequests(app, metrics);
  await app.close();
  const ours = metrics.registry.getMetricsAsArray().filter(({ name }) => name.startsWith("detectql_"));
  // prom-client's types leave out the labels of a metric.
  const labelled = ours as unknown as readonly { name: string; type: string; labelNames: readonly string[] }[];
  const kept = labelled.map(({ name, type, labelNames }) => [name, type, ...labelNames]);
  const written = tableOf(readText("docs/operations.md"), "metric").map(([name = "", kind = "", labels = ""]) => [
    ...codeIn(name),
    kind,
    ...codeIn(labels),
  ]);
  expect(written.sort()).toEqual(kept.sort());
});

test("docs/operations.md has every command", () => {
  const kept = idleProgram().commands.flatMap((command) =>
    command.commands.length === 0 ? [command.name()] : command.commands.map((sub) => `${command.name()} ${sub.name()}`),
  );
  expect(tableOf(readText("docs/operations.md"), "command").flatMap(([name = ""]) => codeIn(name))).toEqual(kept);
});
