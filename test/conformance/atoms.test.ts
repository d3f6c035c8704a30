import { expect, test } from "vitest";
import { compileItem } from "../../src/engine/compileItem.ts";
import { viewEvent } from "../../src/engine/eventView.ts";
import type { DetectionItem, Selection, Value } from "../../src/sigma/index.ts";
import { makeEvent } from "../engine/makeEvent.ts";
import { hasSigmahq, readRules } from "./sigmahq.ts";

/** A value of a rule in use, alone, and what its item asks. */
interface Atom {
  readonly item: DetectionItem;
  readonly value: Value;
  readonly title: string;
}

test.skipIf(!hasSigmahq)(
  "every text in SigmaHQ's rules matches what it says, and no near miss (skipped without ../shared/data)",
  () => {
    const atoms = readAtoms();
    const wrong = atoms.flatMap((atom) => [
      ...positives(atom)
        .filter((text) => !matches(atom, text))
        .map((text) => describe(atom, "should match", text)),
      ...negatives(atom)
        .filter((text) => matches(atom, text))
        .map((text) => describe(atom, "should not match", text)),
    ]);
    console.log(`SigmaHQ atoms: ${atoms.length} values`);
    expect(atoms.length).toBeGreaterThan(25_000);
    expect(wrong).toEqual([]);
  },
);

function readAtoms(): readonly Atom[] {
  const rules = [...readRules().values()].flatMap((parsed) => parsed.rules);
  const items = rules.flatMap(({ title, detection }) =>
    [...detection.selections.values()].flatMap(itemsOf).map((item) => ({ title, item })),
  );
  return items.flatMap(({ title, item }) => item.values.filter(isText(item)).map((value) => ({ title, item, value })));
}

const itemsOf = (selection: Selection): readonly DetectionItem[] =>
  selection.kind === "item" ? [selection] : selection.operands.flatMap(itemsOf);

const understood = new Set(["contains", "startswith", "endswith", "all", "cased"]);

/** Texts and numbers, under the modifiers that this test knows. */
const isText =
  (item: DetectionItem) =>
  ({ alternatives }: Value): boolean =>
    item.modifiers.every((name) => understood.has(name)) &&
    alternatives.every(({ kind }) => kind === "string" || kind === "number");

/** Texts made of the value as the author wrote it, without the parser: empty, long and many-line runs, any letter case. */
function positives({ item, value }: Atom): readonly string[] {
  const fills = [
    { run: "", one: "q", around: "" },
    { run: "x", one: "\n", around: " " },
    { run: "\r\ny\u2028z\n", one: "😀", around: "\r\n😀\n" },
  ];
  const texts = fills.map((fill) => surround(item, fillWildcards(value.text, fill), fill.around));
  const shouted = texts.map((text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()));
  return item.modifiers.includes("cased") ? texts : [...texts, ...shouted];
}

/** A text with something beside it at an end that is anchored, where no wildcard could take it. */
function negatives({ item, value }: Atom): readonly string[] {
  if (/[*?]/.test(value.text) || value.text === "" || opens(item, "contains")) return [];
  const text = fillWildcards(value.text, { run: "", one: "" });
  return [
    ...(opens(item, "endswith") ? [] : [`\u00a7${text}`]),
    ...(opens(item, "startswith") ? [] : [`${text}\u00a7`]),
  ];
}

/** Which ends the item leaves open. */
function opens(item: DetectionItem, modifier: "contains" | "endswith" | "startswith"): boolean {
  const isKeyword = item.field === undefined && !item.modifiers.some((name) => name.endsWith("with"));
  return isKeyword || item.modifiers.includes("contains") || item.modifiers.includes(modifier);
}

const surround = (item: DetectionItem, text: string, around: string): string =>
  (opens(item, "endswith") ? around : "") + text + (opens(item, "startswith") ? around : "");

const fillWildcards = (text: string, { run, one }: { readonly run: string; readonly one: string }): string =>
  text.replace(
    /\\([*?\\])|[*?]/g,
    (wildcard, escaped: string | undefined) => escaped ?? (wildcard === "*" ? run : one),
  );

function matches({ item, value }: Atom, text: string): boolean {
  const alone = compileItem("selection", { ...item, values: [value] });
  return alone(viewEvent(makeEvent({ [item.field ?? "Message"]: text }))) !== undefined;
}

const describe = ({ title, item, value }: Atom, verdict: string, text: string): string =>
  `${title}: ${item.field ?? ""}|${item.modifiers.join("|")}: ${value.text} ${verdict} ${JSON.stringify(text)}`;
