import { expect, test } from "vitest";
import { describeTags } from "../../src/attack/index.ts";

test.each([
  {
    tags: ["attack.exfiltration", "attack.t1048.003"],
    techniques: ["T1048.003"],
    tactics: ["TA0010"],
    other: [],
    because: "the usual pair",
  },
  {
    tags: ["attack.t1105", "attack.t1059.001", "attack.impact", "attack.execution", "attack.command-and-control"],
    techniques: ["T1059.001", "T1105"],
    tactics: ["TA0002", "TA0011", "TA0040"],
    other: [],
    because: "techniques stand by id, tactics as in the matrix",
  },
  {
    tags: ["attack.t1562.001", "attack.t1685", "attack.defense_evasion", "attack.stealth"],
    techniques: ["T1685"],
    tactics: ["TA0005", "TA0112"],
    other: [],
    because: "an old and a new spelling of one thing are one thing",
  },
  {
    tags: ["attack.t1048.003"],
    techniques: ["T1048.003"],
    tactics: ["TA0010"],
    other: [],
    because: "a technique whose tactic is not named brings it",
  },
  {
    tags: ["attack.t1078"],
    techniques: ["T1078"],
    tactics: ["TA0001", "TA0003", "TA0004", "TA0005"],
    other: [],
    because: "it brings all of them where none is named",
  },
  {
    tags: ["attack.t1078", "attack.persistence"],
    techniques: ["T1078"],
    tactics: ["TA0003"],
    other: [],
    because: "the author's word about tactics counts",
  },
  {
    tags: ["attack.impact", "attack.t1078", "attack.persistence", "attack.t1048"],
    techniques: ["T1048", "T1078"],
    tactics: ["TA0003", "TA0010", "TA0040"],
    other: [],
    because: "each technique is asked by itself whether a tactic of its own is named",
  },
  {
    tags: ["detection.threat-hunting", "CVE.2021-44228", "attack.g0007", "cve.2021-44228", "attack.t9999", "my tag"],
    techniques: [],
    tactics: [],
    other: ["detection.threat-hunting", "CVE.2021-44228", "attack.g0007", "attack.t9999", "my tag"],
    because: "nothing is dropped; the first spelling stays",
  },
  { tags: [], techniques: [], tactics: [], other: [], because: "a rule may have no tags" },
])("$tags: $because", ({ tags, techniques, tactics, other }) => {
  const description = describeTags(tags);
  expect({
    techniques: description.techniques.map(({ id }) => id),
    tactics: description.tactics.map(({ id }) => id),
    other: description.other,
  }).toEqual({ techniques, tactics, other });
});
