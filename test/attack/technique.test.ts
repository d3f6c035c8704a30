import { expect, test } from "vitest";
import { findTechnique, subTechniquesOf, techniques } from "../../src/attack/index.ts";

test.each([
  { text: "T1048.003", id: "T1048.003", because: "the id" },
  { text: "t1048.003", id: "T1048.003", because: "case does not matter" },
  { text: "attack.t1048.003", id: "T1048.003", because: "the tag" },
  { text: "attack.T1048", id: "T1048", because: "a technique without a sub-technique" },
  { text: " T1048 ", id: "T1048", because: "blanks around a text do not matter" },
  { text: "T1562.001", id: "T1685", because: "version 19 replaced it" },
  { text: "attack.t1086", id: "T1059.001", because: "ids from before sub-techniques are followed too" },
  { text: "T1048.999", id: undefined, because: "no such sub-technique" },
  { text: "T104", id: undefined, because: "an id has four digits" },
  { text: "T1048.3", id: undefined, because: "a sub-technique has three" },
  { text: "T10480", id: undefined, because: "an id is not the beginning of a text" },
  { text: "PowerShell", id: undefined, because: "names are not unique, so they are not ids" },
  { text: "car.t1048", id: undefined, because: "another namespace" },
])("technique $text is $id: $because", ({ text, id }) => {
  expect(findTechnique(text)?.id).toBe(id);
});

test("a sub-technique knows its name, tactics and technique", () => {
  expect(findTechnique("T1048.003")).toEqual({
    id: "T1048.003",
    name: "Exfiltration Over Unencrypted Non-C2 Protocol",
    tactics: [{ id: "TA0010", name: "Exfiltration", shortName: "exfiltration" }],
    parentId: "T1048",
  });
});

test.each([
  { text: "T1048", ids: ["T1048.001", "T1048.002", "T1048.003"], because: "in the order of their ids" },
  { text: "attack.t1048", ids: ["T1048.001", "T1048.002", "T1048.003"], because: "every spelling is understood" },
  { text: "T1048.003", ids: [], because: "a sub-technique has none" },
  { text: "T1105", ids: [], because: "some techniques have none" },
  { text: "T9999", ids: [], because: "unknown" },
])("$text has the sub-techniques $ids: $because", ({ text, ids }) => {
  expect(subTechniquesOf(text).map(({ id }) => id)).toEqual(ids);
});

test("every technique has a tactic, and every sub-technique its technique", () => {
  const ids = new Set(techniques.map(({ id }) => id));
  const odd = techniques.filter(({ tactics, parentId }) => tactics.length === 0 || (parentId && !ids.has(parentId)));
  expect({ known: techniques.length > 600, odd }).toEqual({ known: true, odd: [] });
});
