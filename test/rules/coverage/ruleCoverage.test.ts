import { expect, test } from "vitest";
import { createRuleSet, match } from "../../../src/engine/index.ts";
import { countable, emptyTally, everyEvent, type JsonObject, normalise, tallyEvent } from "../../../src/event/index.ts";
import { coverRule, fieldsAsked, type Presence, presenceOf, useOfKinds } from "../../../src/rules/index.ts";
import { parseSigma, type Rule } from "../../../src/sigma/index.ts";
import { makeRule } from "../../engine/matchRule.ts";
import { fixtures, ruleFiles } from "../starterPack.ts";

/** What is known after these records, when these rules were there. */
function presence(records: readonly JsonObject[], rules: readonly Rule[]): Presence {
  const tally = emptyTally();
  const asked = fieldsAsked(rules);
  for (const record of records)
    tallyEvent(tally, countable(normalise(record)), { asked, placeOf: () => 0, sampling: everyEvent });
  return presenceOf(tally);
}

const creation = { EventID: 4688, Channel: "Security", NewProcessName: "C:\\a.exe", CommandLine: "a" };
const logon = { EventID: 4624, Channel: "Security", TargetUserName: "joe" };
const sysmon = {
  EventID: 1,
  Channel: "Microsoft-Windows-Sysmon/Operational",
  Image: "C:\\a.exe",
  CommandLine: "a",
  OriginalFileName: "A.EXE",
};
const process = "{ product: windows, category: process_creation }";
const security = "{ product: windows, service: security }";

interface Row {
  readonly detection: string;
  readonly logsource: string;
  readonly records: readonly JsonObject[];
  readonly verdict: string;
  readonly summary: string;
}

test.each<Row>([
  {
    detection: "s: { OriginalFileName: A.EXE }\ncondition: s",
    logsource: process,
    records: [creation],
    verdict: "cannot-fire",
    summary: "needs OriginalFileName; windows/security/4688 does not carry it",
  },
  {
    detection: "s: { OriginalFileName: A.EXE }\nt: { IntegrityLevel: High }\ncondition: s or t",
    logsource: process,
    records: [{ ...creation, CommandLine: "b" }],
    verdict: "cannot-fire",
    summary: "needs OriginalFileName or IntegrityLevel; windows/security/4688 does not carry them",
  },
  {
    detection: "s: [{ OriginalFileName: A.EXE }, { Image|endswith: a.exe }]\ncondition: s",
    logsource: process,
    records: [creation],
    verdict: "can-fire",
    summary: "can fire on windows/security/4688",
  },
  {
    detection: "s: { OriginalFileName: A.EXE }\ncondition: s",
    logsource: process,
    records: [creation, sysmon],
    verdict: "can-fire",
    summary: "can fire on windows/sysmon/1; not on windows/security/4688",
  },
  {
    detection: "s: { TargetUserName: joe, EventID: 4624 }\ncondition: s",
    logsource: security,
    records: [creation, logon],
    verdict: "can-fire",
    summary: "can fire on windows/security/4624",
  },
  {
    detection: "s: { EventID: 4720 }\ncondition: s",
    logsource: security,
    records: [creation, logon],
    verdict: "no-events",
    summary: "no event that it could be about has arrived",
  },
  {
    detection: "s: { EventID: [4624, 4688], LogonType: 9 }\ncondition: s",
    logsource: security,
    records: [creation, creation, logon],
    verdict: "cannot-fire",
    summary: "needs LogonType; windows/security/4688, windows/security/4624 do not carry it",
  },
])("$detection is $verdict: $summary", ({ detection, logsource, records, verdict, summary }) => {
  const rule = makeRule(detection, logsource);
  const covered = coverRule(rule, presence(records, [rule]));
  expect([covered.verdict, covered.summary]).toEqual([verdict, summary]);
});

test("a field that nobody has looked for leaves the verdict open, one that the events list does not", () => {
  const known = presence([creation], []);
  const judge = (field: string) => coverRule(makeRule(`s: { ${field}: x }\ncondition: s`, process), known).verdict;
  expect([judge("OriginalFileName"), judge("CommandLine")]).toEqual(["unknown", "can-fire"]);
});

test("shares are of all events that the rule could be about", () => {
  const rule = makeRule("s: { OriginalFileName: x, CommandLine: y, Company: z }\ncondition: s", process);
  const { events, fields } = coverRule(rule, presence([creation, creation, logon, sysmon, sysmon], [rule]));
  expect(events).toBe(4);
  expect(fields).toEqual([
    { field: "OriginalFileName", share: 0.5 },
    { field: "CommandLine", share: 1 },
    { field: "Company", share: 0 },
  ]);
});

test("a field of an object, and one that is asked for by its path, are carried", () => {
  const logsource = "{ product: windows, category: ps_script }";
  const record = {
    winlog: {
      channel: "Microsoft-Windows-PowerShell/Operational",
      event_id: "4104",
      event_data: { ScriptBlockText: "x" },
    },
  };
  const rule = makeRule(
    "s: { winlog.event_data.ScriptBlockText: x, winlog.event_data|exists: true }\ncondition: s",
    logsource,
  );
  expect(coverRule(rule, presence([record], [rule])).verdict).toBe("can-fire");
});

test("the fields of a kind that no rule uses are told", () => {
  const rules = [
    makeRule("s: { CommandLine: x }\ncondition: s", process),
    makeRule("s: { CommandLine: x, TargetUserName: y, EventID: 4624 }\ncondition: s", security),
    makeRule("s: { Image: x, Absent: y }\ncondition: s", "{ product: linux }"),
  ];
  const { kinds } = presence([creation, { ...creation, CommandLine: undefined as never }], rules);
  const [use] = useOfKinds(kinds, rules);
  expect(use?.rules).toBe(1);
  expect(use?.fields).toContainEqual({ field: "NewProcessName", share: 1, rules: 0 });
  expect(use?.fields.find(({ field }) => field === "CommandLine")?.rules).toBe(1);
  expect(use?.unusedFields).toEqual(expect.arrayContaining(["Channel", "EventID", "Image", "NewProcessName"]));
  expect(use?.unusedFields).not.toContain("CommandLine");
});

test("no rule of the starter pack that matches an event is said to be unable to", () => {
  const rules = [...ruleFiles()].flatMap(([name, text]) => parseSigma({ name, text }).rules);
  const ruleSet = createRuleSet(rules.map((rule) => [rule, rule] as const));
  const asked = fieldsAsked(rules);
  const judged = [...fixtures().values()]
    .flatMap((fixture) => [...fixture.match, ...fixture.nearMiss])
    .flatMap(({ record, declared }) => {
      const tally = emptyTally();
      const event = normalise(record, declared);
      tallyEvent(tally, countable(event), { asked, placeOf: () => 0, sampling: everyEvent });
      return match(ruleSet, event).map(({ key }) => coverRule(key, presenceOf(tally)).verdict);
    });
  expect(judged.length).toBeGreaterThanOrEqual(rules.length);
  expect(new Set(judged)).toEqual(new Set(["can-fire"]));
});
