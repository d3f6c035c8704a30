import { expect, test } from "vitest";
import { findTactic, findTactics, tactics } from "../../src/attack/index.ts";

test.each([
  { text: "TA0010", id: "TA0010", because: "the id" },
  { text: "ta0010", id: "TA0010", because: "case does not matter" },
  { text: "attack.ta0010", id: "TA0010", because: "an id may stand in a tag" },
  { text: "exfiltration", id: "TA0010", because: "the short name" },
  { text: "attack.exfiltration", id: "TA0010", because: "the tag" },
  { text: "Attack.Exfiltration", id: "TA0010", because: "tags are read in any case" },
  { text: "attack.command_and_control", id: "TA0011", because: "Sigma 1 wrote tags with underscores" },
  { text: "attack.command-and-control", id: "TA0011", because: "Sigma 2 writes them with hyphens" },
  { text: "Command and Control", id: "TA0011", because: "the name" },
  { text: "  Defense Impairment ", id: "TA0112", because: "blanks around a text do not matter" },
  { text: "attack.defense-evasion", id: "TA0005", because: "Stealth kept the id of Defense Evasion" },
  { text: "command", id: undefined, because: "half a name is none" },
  { text: "TA9999", id: undefined, because: "no such id" },
  { text: "detection.exfiltration", id: undefined, because: "another namespace" },
  { text: "", id: undefined, because: "nothing is no name" },
])("tactic $text is $id: $because", ({ text, id }) => {
  expect(findTactic(text)?.id).toBe(id);
});

test.each([
  { text: "attack.defense-evasion", ids: ["TA0005", "TA0112"], because: "it was split" },
  { text: "defense_evasion", ids: ["TA0005", "TA0112"], because: "in either spelling" },
  { text: "stealth", ids: ["TA0005"], because: "the new names are exact" },
  { text: "impact", ids: ["TA0040"], because: "one name, one tactic" },
  { text: "evasion", ids: [], because: "not a name" },
])("$text names $ids: $because", ({ text, ids }) => {
  expect(findTactics(text).map(({ id }) => id)).toEqual(ids);
});

test("the tactics stand in the order of the matrix", () => {
  expect(tactics.map(({ shortName }) => shortName)).toEqual([
    "reconnaissance",
    "resource-development",
    "initial-access",
    "execution",
    "persistence",
    "privilege-escalation",
    "stealth",
    "defense-impairment",
    "credential-access",
    "discovery",
    "lateral-movement",
    "collection",
    "command-and-control",
    "exfiltration",
    "impact",
  ]);
});
