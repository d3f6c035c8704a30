import { expect, test } from "vitest";
import { resolveTag, type ResolvedTag } from "../../src/attack/index.ts";

test.each([
  { tag: "attack.t1048.003", says: "technique T1048.003", because: "as Sigma writes it" },
  { tag: "attack.T1048", says: "technique T1048", because: "any case" },
  { tag: "T1048.003", says: "technique T1048.003", because: "as people type it" },
  { tag: "attack.t1562.001", says: "technique T1685", because: "a replaced id is followed" },
  { tag: "attack.exfiltration", says: "tactic TA0010", because: "as Sigma writes it" },
  { tag: "attack.command_and_control", says: "tactic TA0011", because: "as Sigma 1 wrote it" },
  { tag: "attack.ta0010", says: "tactic TA0010", because: "by its id" },
  { tag: "attack.defense-evasion", says: "tactic TA0005 TA0112", because: "version 19 split it" },
  { tag: "attack.defense_evasion", says: "tactic TA0005 TA0112", because: "in either spelling" },
  { tag: "attack.g0007", says: "group G0007", because: "groups are G and four digits" },
  { tag: "attack.s0002", says: "software S0002", because: "software is S and four digits" },
  { tag: "cve.2021-44228", says: "other cve 2021-44228", because: "a vulnerability" },
  { tag: "CVE.2021-44228", says: "other cve 2021-44228", because: "tags are lower case" },
  { tag: "detection.threat-hunting", says: "other detection threat-hunting", because: "a kind of rule" },
  { tag: "detection.threat_hunting", says: "other detection threat-hunting", because: "one spelling" },
  { tag: "car.2013-05-002", says: "other car 2013-05-002", because: "a CAR analytic" },
  { tag: "tlp.amber", says: "other tlp amber", because: "a handling mark" },
  { tag: "stp.1u", says: "other stp 1u", because: "a robustness score" },
  { tag: "acme.team.red", says: "other acme team.red", because: "the namespace ends at the first dot" },
  { tag: "attack.t9999", says: "unknown", because: "no such technique" },
  { tag: "T9999.001", says: "unknown", because: "an id is no namespace" },
  { tag: "attack.world-domination", says: "unknown", because: "no such tactic" },
  { tag: "red team", says: "unknown", because: "no namespace" },
  { tag: "", says: "unknown", because: "nothing says nothing" },
])("$tag says $says: $because", ({ tag, says }) => {
  expect(words(resolveTag(tag))).toBe(says);
});

function words(tag: ResolvedTag): string {
  switch (tag.kind) {
    case "technique":
      return `technique ${tag.technique.id}`;
    case "tactic":
      return `tactic ${tag.tactics.map(({ id }) => id).join(" ")}`;
    case "group":
    case "software":
      return `${tag.kind} ${tag.id}`;
    case "other":
      return `other ${tag.namespace} ${tag.name}`;
    case "unknown":
      return "unknown";
  }
}
