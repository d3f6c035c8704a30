import { describe, expect, test } from "vitest";
import { canonicalTags, expandAttackFilter, tagMatcher } from "../../src/attack/index.ts";

describe("a technique", () => {
  test.each([
    { query: "T1048", tags: ["attack.t1048"], found: true, because: "the same technique" },
    { query: "T1048", tags: ["attack.t1048.003"], found: true, because: "a sub-technique counts toward its technique" },
    { query: "T1048.003", tags: ["attack.t1048.003"], found: true, because: "the same sub-technique" },
    { query: "attack.t1048.003", tags: ["attack.T1048.003"], found: true, because: "case does not matter" },
    {
      query: "T1048.003",
      tags: ["attack.t1048"],
      found: false,
      because: "a technique says less than its sub-technique",
    },
    { query: "T1048.003", tags: ["attack.t1048.002"], found: false, because: "siblings differ" },
    { query: "T1048", tags: ["attack.t1041"], found: false, because: "another technique" },
    { query: "T1048", tags: ["attack.exfiltration"], found: false, because: "a tactic names no technique" },
    { query: "T1562.001", tags: ["attack.t1685"], found: true, because: "the old id finds the new tag" },
    { query: "T1685", tags: ["attack.t1562.001"], found: true, because: "the new id finds the old tag" },
    { query: "T1562.001", tags: ["attack.t1562.001"], found: true, because: "the old id finds the old tag" },
    { query: "T1685", tags: ["attack.t1562.002"], found: true, because: "T1562.002 is T1685.001 now" },
    { query: "T1562.001", tags: ["attack.t1562.002"], found: false, because: "a sub-technique asks for itself only" },
    { query: "T1562", tags: ["attack.t1562.004"], found: true, because: "roll-up as the author knew it" },
    { query: "T1562", tags: ["attack.t1686.003"], found: true, because: "T1562.004 has sub-techniques now" },
    { query: "T1070", tags: ["attack.t1685.005"], found: true, because: "it was T1070.001" },
    { query: "T1685.005", tags: ["attack.t1070.001"], found: true, because: "one thing, two spellings" },
    { query: "T1070.004", tags: ["attack.t1685.005"], found: false, because: "a sibling of a former id" },
    { query: "T1086", tags: ["attack.t1059.001"], found: true, because: "ids from before sub-techniques" },
    { query: "T9999", tags: ["attack.t9999"], found: true, because: "an unknown id is text" },
    { query: "T9999", tags: ["attack.t9999.001"], found: true, because: "of an unknown id the parent is known" },
    { query: "T9999.001", tags: ["attack.t9999"], found: false, because: "never the reverse" },
    { query: "T1048", tags: ["attack.t1048.099"], found: true, because: "a sub-technique newer than the table" },
    { query: "T1685", tags: ["attack.t1562.012"], found: true, because: "a former sub-technique that the table lacks" },
    { query: "T1562", tags: ["attack.t1562.012"], found: true, because: "and by its own technique" },
  ])("$query, $tags: $found, $because", ({ query, tags, found }) => {
    expect(tagMatcher(query)(tags)).toBe(found);
  });

  test.each([
    { query: "T1048", tags: ["attack.t1048"], found: true, because: "the technique itself" },
    { query: "T1048", tags: ["attack.t1048.003"], found: false, because: "its sub-techniques were not asked for" },
    { query: "T1562", tags: ["attack.t1685"], found: true, because: "a replaced id is followed all the same" },
    { query: "exfiltration", tags: ["attack.t1048.003"], found: true, because: "a tactic has no sub-techniques" },
  ])("without sub-techniques $query, $tags: $found, $because", ({ query, tags, found }) => {
    expect(tagMatcher(query, { includeSubTechniques: false })(tags)).toBe(found);
  });
});

describe("a tactic", () => {
  test.each([
    { query: "attack.exfiltration", tags: ["attack.exfiltration"], found: true, because: "the same tag" },
    { query: "TA0010", tags: ["attack.exfiltration"], found: true, because: "by its id" },
    { query: "Exfiltration", tags: ["attack.ta0010"], found: true, because: "by its name" },
    { query: "command_and_control", tags: ["attack.command-and-control"], found: true, because: "either spelling" },
    { query: "TA0010", tags: ["attack.t1048.003"], found: true, because: "the technique's only tactic is not named" },
    { query: "TA0001", tags: ["attack.t1078"], found: true, because: "no tactic is named, so all of them stand" },
    {
      query: "TA0001",
      tags: ["attack.t1078", "attack.persistence"],
      found: false,
      because: "the author chose another",
    },
    { query: "TA0010", tags: ["attack.impact"], found: false, because: "another tactic" },
    { query: "attack.defense-evasion", tags: ["attack.stealth"], found: true, because: "one of its heirs" },
    { query: "attack.defense-evasion", tags: ["attack.defense-impairment"], found: true, because: "the other" },
    { query: "TA0005", tags: ["attack.defense_evasion"], found: true, because: "old tags are found by new ids" },
    { query: "defense-impairment", tags: ["attack.defense-evasion"], found: true, because: "an old tag means both" },
    { query: "TA0005", tags: ["attack.defense-impairment"], found: false, because: "the heirs differ" },
  ])("$query, $tags: $found, $because", ({ query, tags, found }) => {
    expect(tagMatcher(query)(tags)).toBe(found);
  });
});

describe("any other tag", () => {
  test.each([
    { query: "cve.2021-44228", tags: ["cve.2021-44228"], found: true, because: "the same text" },
    { query: "CVE.2021-44228", tags: ["cve.2021-44228"], found: true, because: "in any case" },
    { query: "cve.2021-4422", tags: ["cve.2021-44228"], found: false, because: "half a tag is another" },
    { query: "attack.g0007", tags: ["attack.g0007"], found: true, because: "a group" },
    { query: "G0007", tags: ["attack.g0007"], found: true, because: "ids need no namespace" },
    { query: "attack.s0002", tags: ["attack.g0002"], found: false, because: "software is no group" },
    { query: "attack.new_tactic", tags: ["attack.new-tactic"], found: true, because: "a tactic newer than the table" },
    { query: "detection.threat_hunting", tags: ["detection.threat-hunting"], found: true, because: "either spelling" },
    { query: "My Tag", tags: ["my tag"], found: true, because: "free text" },
    { query: "exfiltration", tags: ["acme.exfiltration"], found: false, because: "another namespace" },
    { query: "", tags: ["attack.exfiltration"], found: false, because: "nothing asks for nothing" },
  ])("$query, $tags: $found, $because", ({ query, tags, found }) => {
    expect(tagMatcher(query)(tags)).toBe(found);
  });
});

test("a rule's keys are those that a filter asks for", () => {
  expect([...canonicalTags(["attack.exfiltration", "attack.t1048.003", "cve.2021-44228"])]).toEqual([
    "T1048.003",
    "T1048.*",
    "TA0010",
    "cve.2021-44228",
  ]);
  expect([...expandAttackFilter("attack.t1048")]).toEqual(["T1048", "T1048.*"]);
  expect([...expandAttackFilter("attack.defense-evasion")]).toEqual(["TA0005", "TA0112"]);
});
