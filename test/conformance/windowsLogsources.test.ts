import { expect, test } from "vitest";
import { logsources, type LogsourceRow } from "../../src/event/index.ts";
import { hasSigmahq, readRules } from "./sigmahq.ts";

test.skipIf(!hasSigmahq)(
  "every logsource of SigmaHQ's rules for Windows is one that an event can have (skipped without ../shared/data)",
  { timeout: 60_000 },
  () => {
    const wanted = new Map<string, number>();
    for (const { rules } of readRules().values()) {
      for (const { logsource } of rules) {
        const { product, category = "", service = "" } = logsource;
        const name = `${category}/${service}`;
        if (product === "windows") wanted.set(name, (wanted.get(name) ?? 0) + 1);
      }
    }
    const missing = [...wanted].filter(([name]) => !logsources.some((row) => delivers(row, name)));
    console.log(`SigmaHQ's logsources for Windows: ${wanted.size}, not delivered:`, Object.fromEntries(missing));
    expect(wanted.size).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  },
);

function delivers(row: LogsourceRow, name: string): boolean {
  const [category = "", service = ""] = name.split("/");
  const { product = "windows", always = [], categories = {}, actions = {} } = row;
  const ofActions = Object.values(actions).flatMap((ofCode) => Object.values(ofCode));
  const given = [always, ...Object.values(categories), ...ofActions].flat();
  const isOfService = service === "" || row.service === service;
  return product === "windows" && isOfService && (category === "" || given.includes(category));
}
