import { expect, test } from "vitest";
import { navigatorLayer } from "../../src/attack/index.ts";

const layer = (scores: Readonly<Record<string, number>>, isDifference = false) =>
  navigatorLayer({
    name: "n",
    description: "d",
    isDifference,
    scores: Object.entries(scores).map(([id, score]) => ({ id, score, metadata: [["rules", String(score)]] })),
  });

test("a layer has what the format 4.5 requires", () => {
  expect(layer({ "T1048.003": 3 })).toEqual({
    name: "n",
    description: "d",
    domain: "enterprise-attack",
    versions: { attack: "19", navigator: "5.1.0", layer: "4.5" },
    techniques: [
      { techniqueID: "T1048.003", score: 3, metadata: [{ name: "rules", value: "3" }], showSubtechniques: false },
    ],
    gradient: { colors: ["#ffffff", "#d7301f"], minValue: 0, maxValue: 3 },
    sorting: 3,
    hideDisabled: false,
  });
});

test("techniques come by id, and one is opened where its sub-techniques have scores", () => {
  const { techniques } = layer({ "T1048.003": 1, T1059: 2, T1048: 1 });
  expect(techniques.map(({ techniqueID, showSubtechniques }) => [techniqueID, showSubtechniques])).toEqual([
    ["T1048", true],
    ["T1048.003", false],
    ["T1059", false],
  ]);
});

test.each([
  { because: "nothing has a score", scores: {}, isDifference: false, ends: [0, 1] },
  { because: "a difference goes both ways as far", scores: { T1048: -7, T1059: 2 }, isDifference: true, ends: [-7, 7] },
  { because: "nothing has changed", scores: { T1048: 0 }, isDifference: true, ends: [-1, 1] },
])("the gradient's ends are apart when $because", ({ scores, isDifference, ends }) => {
  const { minValue, maxValue } = layer(scores, isDifference).gradient;
  expect([minValue, maxValue]).toEqual(ends);
});
