import { expect, test } from "vitest";
import { compileItem } from "../../src/engine/compileItem.ts";
import { viewEvent } from "../../src/engine/eventView.ts";
import { type DetectionItem, resolvePlaceholders, type Rule, type Selection } from "../../src/sigma/index.ts";
import { groupBy } from "../../src/std/index.ts";
import { type Fields, makeEvent } from "../engine/makeEvent.ts";
import { type Atom, has, type Samples } from "./atoms/atom.ts";
import { encodedSamples } from "./atoms/encoded.ts";
import { networkSamples } from "./atoms/network.ts";
import { booleanSamples, existsSamples, fieldrefSamples, nullSamples, numberSamples } from "./atoms/plain.ts";
import { regexSamples } from "./atoms/regex.ts";
import { listed, textSamples } from "./atoms/text.ts";
import { hasSigmahq, readRules } from "./sigmahq.ts";

test.skipIf(!hasSigmahq)(
  "every value of SigmaHQ's rules matches what it says, and no near miss (skipped without ../shared/data)",
  { timeout: 300_000 },
  () => {
    const atoms = readAtoms();
    const wrong = atoms.flatMap(check);
    console.log("SigmaHQ atoms:", Object.fromEntries(counts(atoms)));
    expect(atoms.length).toBeGreaterThan(45_000);
    expect(wrong).toEqual([]);
  },
);

/** Every value, its placeholders filled. */
function readAtoms(): readonly Atom[] {
  const rules = [...readRules().values()].flatMap((parsed) => parsed.rules);
  return rules.flatMap((rule) => {
    const lists = new Map(
      itemsIn(rule)
        .flatMap(namesIn)
        .map((name) => [name, [listed]]),
    );
    const { rule: filled } = resolvePlaceholders(rule, lists);
    return itemsIn(filled).flatMap((item) => item.values.map((value) => ({ title: rule.title, item, value })));
  });
}

const namesIn = ({ values }: DetectionItem): readonly string[] =>
  values.flatMap(({ alternatives }) => alternatives.flatMap((one) => (one.kind === "placeholder" ? one.names : [])));

const itemsIn = ({ detection }: Rule): readonly DetectionItem[] => [...detection.selections.values()].flatMap(itemsOf);

const itemsOf = (selection: Selection): readonly DetectionItem[] =>
  selection.kind === "item" ? [selection] : selection.operands.flatMap(itemsOf);

function samplesOf(atom: Atom): Samples {
  if (has(atom, "re")) return regexSamples(atom);
  if (has(atom, "cidr")) return networkSamples(atom);
  if (has(atom, "exists")) return existsSamples(atom);
  if (has(atom, "fieldref")) return fieldrefSamples(atom);
  if (has(atom, "base64") || has(atom, "base64offset")) return encodedSamples(atom);
  if (atom.value.type === "string" || isPosition(atom)) return textSamples(atom);
  if (atom.value.type === "number") return numberSamples(atom);
  return atom.value.type === "boolean" ? booleanSamples(atom) : nullSamples(atom);
}

const isPosition = (atom: Atom): boolean => ["contains", "startswith", "endswith"].some((name) => has(atom, name));

function check(atom: Atom): readonly string[] {
  const { matches, misses } = samplesOf(atom);
  const holds = compileItem("selection", { ...atom.item, values: [atom.value] });
  const found = (fields: Fields): boolean => holds(viewEvent(makeEvent(fields)), []);
  return [
    ...(matches.length === 0 ? [describe(atom, "has no sample", {})] : []),
    ...matches.filter((fields) => !found(fields)).map((fields) => describe(atom, "should match", fields)),
    ...misses.filter(found).map((fields) => describe(atom, "should not match", fields)),
  ];
}

const describe = ({ title, item, value }: Atom, verdict: string, fields: Fields): string =>
  `${title}: ${item.field ?? ""}|${item.modifiers.join("|")}: ${value.text} ${verdict} ${JSON.stringify(fields)}`;

const counts = (atoms: readonly Atom[]): readonly (readonly [modifiers: string, count: number])[] =>
  Array.from(
    groupBy(atoms, ({ item, value }) => item.modifiers.join("|") || value.type),
    ([modifiers, group]) => [modifiers, group.length] as const,
  ).toSorted(([, one], [, other]) => other - one);
