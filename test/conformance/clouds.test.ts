import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Event, type JsonObject, normalise } from "../../src/event/index.ts";
import type { Logsource, Rule, Selection } from "../../src/sigma/index.ts";
import { hasSigmahq, readRules } from "./sigmahq.ts";

// What SigmaHQ's rules for clouds and their services ask for, held against the records of test/data/events.
const data = new URL("../data/events/", import.meta.url);
const products = ["aws", "azure", "bitbucket", "gcp", "github", "kubernetes", "m365", "okta", "onelogin"];

const readEvents = (): readonly Event[] =>
  readdirSync(data)
    .filter((shape) => shape !== "golden")
    .flatMap((shape) =>
      readdirSync(new URL(shape, data)).map((file) => {
        const text = readFileSync(new URL(`${shape}/${file}`, data), "utf8");
        return normalise(JSON.parse(text) as JsonObject);
      }),
    );

function fieldsIn(selection: Selection): readonly string[] {
  if (selection.kind === "item") return selection.field === undefined ? [] : [selection.field];
  return selection.operands.flatMap(fieldsIn);
}

const fieldsOf = ({ detection }: Rule): readonly string[] => [...detection.selections.values()].flatMap(fieldsIn);

const isOf = ({ classification }: Event, { product, category, service }: Logsource): boolean =>
  classification.product === product &&
  (category === undefined || classification.categories.includes(category)) &&
  (service === undefined || [classification.service, ...(classification.otherServices ?? [])].includes(service));

describe.skipIf(!hasSigmahq)("SigmaHQ's rules for clouds (skipped where they are missing)", () => {
  test("each field that one asks for has a value in a record of its logsource", () => {
    const events = readEvents();
    const rules = [...readRules().values()].flatMap((parsed) => parsed.rules);
    const ofClouds = rules.filter(({ logsource }) => products.includes(logsource.product ?? ""));
    const missing = ofClouds.flatMap((rule) => {
      const own = events.filter((event) => isOf(event, rule.logsource));
      const without = fieldsOf(rule).filter((name) => !own.some((event) => (event.field(name) ?? []).length > 0));
      return without.map((name) => `${rule.title}: ${name}`);
    });
    expect(ofClouds.length).toBeGreaterThan(300);
    expect(missing).toEqual([]);
  });
});
