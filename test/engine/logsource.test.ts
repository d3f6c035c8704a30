import { expect, test } from "vitest";
import { createRuleSet, match } from "../../src/engine/index.ts";
import { makeEvent } from "./makeEvent.ts";
import { makeRule } from "./matchRule.ts";

const sysmon = { product: "windows", categories: ["registry_event", "registry_set"], service: "sysmon" };
const mail = { product: "m365", categories: [], service: "audit", otherServices: ["exchange"] };
const unknown = { categories: [] };

test.each([
  { logsource: "{ product: windows }", event: sysmon, offered: true, because: "the product is the same" },
  { logsource: "{ product: Windows }", event: sysmon, offered: true, because: "case does not count" },
  { logsource: "{ product: linux }", event: sysmon, offered: false, because: "the product is another" },
  { logsource: "{ category: registry_set }", event: sysmon, offered: true, because: "it is one of the categories" },
  { logsource: "{ category: registry_add }", event: sysmon, offered: false, because: "it is none of the categories" },
  { logsource: "{ category: sysmon }", event: sysmon, offered: false, because: "a service is no category" },
  { logsource: "{ service: sysmon }", event: sysmon, offered: true, because: "the service is the same" },
  { logsource: "{ service: exchange }", event: mail, offered: true, because: "it is one of the services" },
  { logsource: "{ product: m365, service: audit }", event: mail, offered: true, because: "so is the first" },
  { logsource: "{ service: teams }", event: mail, offered: false, because: "it is none of them" },
  { logsource: "{ service: security }", event: sysmon, offered: false, because: "the service is another" },
  {
    logsource: "{ product: windows, category: registry_event, service: sysmon }",
    event: sysmon,
    offered: true,
    because: "all fit",
  },
  {
    logsource: "{ product: windows, category: process_creation }",
    event: sysmon,
    offered: false,
    because: "one does not fit",
  },
  { logsource: "{ product: windows }", event: unknown, offered: false, because: "what is unknown does not fit" },
  { logsource: "{}", event: unknown, offered: true, because: "a rule without logsource takes every event" },
  { logsource: "{ definition: audit }", event: sysmon, offered: true, because: "a definition is prose" },
])("$logsource: $offered, because $because", ({ logsource, event, offered }) => {
  const ruleSet = createRuleSet([["rule", makeRule("selection: { A: 1 }\ncondition: selection", logsource)]]);
  expect(match(ruleSet, makeEvent({ A: 1 }, { classification: event })).length).toBe(offered ? 1 : 0);
});
