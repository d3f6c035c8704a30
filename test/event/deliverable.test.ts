import { expect, test } from "vitest";
import { isDeliverable, whyUndeliverable } from "../../src/event/index.ts";

test.each([
  { wanted: {}, because: "every event is offered to such a rule" },
  { wanted: { product: "windows" }, because: "any event of Windows" },
  { wanted: { product: "Windows", category: "Process_Creation" }, because: "case does not count" },
  { wanted: { category: "process_creation" }, because: "a category alone" },
  { wanted: { product: "windows", service: "sysmon", category: "registry_add" }, because: "an action adds a category" },
  { wanted: { product: "aws", service: "cloudtrail" }, because: "a service" },
  { wanted: { product: "m365", service: "exchange" }, because: "a service that is not the first" },
  { wanted: { product: "kubernetes", category: "application", service: "audit" }, because: "all three at once" },
])("$wanted is deliverable: $because", ({ wanted }) => {
  expect(isDeliverable(wanted)).toBe(true);
  expect(whyUndeliverable(wanted)).toBeUndefined();
});

test.each([
  { wanted: { product: "abacus" }, why: 'no shape gives product "abacus"' },
  { wanted: { product: "windows", category: "sums" }, why: 'no shape gives category "sums"' },
  { wanted: { product: "aws", service: "ledger" }, why: 'no shape gives service "ledger"' },
  { wanted: { product: "okta", service: "cloudtrail" }, why: 'product "okta" never comes with service "cloudtrail"' },
  {
    wanted: { product: "windows", category: "process_creation", service: "taskscheduler" },
    why: 'category "process_creation" never comes with product "windows" and service "taskscheduler"',
  },
  {
    wanted: { product: "windows", category: "ps_script", service: "security" },
    why: 'category "ps_script" never comes with product "windows" and service "security"',
  },
])("$wanted is not: $why", ({ wanted, why }) => {
  expect(isDeliverable(wanted)).toBe(false);
  expect(whyUndeliverable(wanted)).toBe(why);
});
