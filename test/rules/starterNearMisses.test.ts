import { expect, test } from "vitest";
import { createRuleSet, match } from "../../src/engine/index.ts";
import { normalise } from "../../src/event/index.ts";
import { type DetectionItem, parseSigma, type Rule, type Selection } from "../../src/sigma/index.ts";
import { type Fixture, fixtures, ruleFiles } from "./starterPack.ts";

const records = fixtures();
const pack = [...ruleFiles()].map(([name, text]) => ({ name, rules: parseSigma({ name, text }).rules }));

/** What a rule asks for in vain would be wrong without anybody noticing. */
test.each(pack)("each part of $name is needed to tell its records apart", ({ name, rules }) => {
  const fixture = records.get(name);
  const parts = rules.flatMap(weakened);
  expect(parts).not.toEqual([]);
  expect(parts.filter(({ rule }) => fixture && tellsApart(rule, fixture)).map(({ without }) => without)).toEqual([]);
});

function tellsApart(rule: Rule, { match: hits, nearMiss }: Fixture): boolean {
  const ruleSet = createRuleSet([[rule.title, rule]]);
  const matches = ({ record, declared }: Fixture["match"][number]) =>
    match(ruleSet, normalise(record, declared)).length > 0;
  return hits.every(matches) && !nearMiss.some(matches);
}

interface Weakened<Part> {
  readonly without: string;
  readonly part: Part;
}

/** The rule once for each of its items that is dropped, and for each value that an item with `all` asks for. */
function weakened(rule: Rule): readonly { readonly without: string; readonly rule: Rule }[] {
  const { selections } = rule.detection;
  return [...selections].flatMap(([name, body]) =>
    weakenedSelections(body).map(({ without, part }) => ({
      without: `${name}: ${without}`,
      rule: { ...rule, detection: { ...rule.detection, selections: new Map([...selections, [name, part]]) } },
    })),
  );
}

function weakenedSelections(body: Selection): readonly Weakened<Selection>[] {
  if (body.kind === "item") return weakenedItems(body);
  return body.operands.flatMap((operand, place) =>
    weakenedSelections(operand).map(({ without, part }) => ({
      without,
      part: { ...body, operands: body.operands.with(place, part) },
    })),
  );
}

function weakenedItems(item: DetectionItem): readonly Weakened<DetectionItem>[] {
  const without = [item.field ?? "keywords", ...item.modifiers].join("|");
  const values = item.linking === "all" ? item.values : [];
  return [
    { without, part: holdsAlways(item) },
    ...values.map((value) => ({
      without: `${without}: ${value.text}`,
      part: { ...item, values: item.values.filter((other) => other !== value) },
    })),
  ];
}

/** A test of absence that no record fails. */
function holdsAlways({ span }: DetectionItem): DetectionItem {
  const value = { text: "null", type: "null", alternatives: [{ kind: "null" }], span } as const;
  return {
    kind: "item",
    field: "a field of no record",
    modifiers: [],
    linking: "any",
    negated: false,
    values: [value],
    span,
  };
}
