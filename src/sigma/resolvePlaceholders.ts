import { bug } from "../std/index.ts";
import { applyModifiers, type Context } from "./detection/applyModifiers.ts";
import { costOf, maxCost } from "./detection/costOf.ts";
import {
  countFillings,
  type Filling,
  fillings,
  type Lists,
  namesIn,
  type Piece,
  readPieces,
} from "./detection/placeholders.ts";
import { findModifier } from "./modifiers.ts";
import { type Applied, refused } from "./modifiers/modifier.ts";
import type { Pattern } from "./pattern.ts";
import { type Fault, type Problem, problemAt, type Report } from "./problem.ts";
import { quote } from "./quote.ts";
import type { DetectionItem, DetectionSection, Selection, Value } from "./rule.ts";
import { suggest } from "./suggest.ts";

/** A rule whose values no longer wait for lists, but for those that a problem names. A rule with an error is not to be matched. */
export interface Resolved<Part> {
  readonly rule: Part;
  readonly problems: readonly Problem[];
}

/** They bound the work that one rule can ask for. A value with a list of 10,000 is as many values. */
const maxFillings = 100_000;
const maxCharacters = 10_000_000;

/**
 * Puts the values of named lists in place of the placeholders of a rule (or of a filter), so that it can be matched: any value
 * of a list will do, with every modifier applied to it as if the author had written it there. Letter case of names counts.
 *
 * A value of a list is a string of Sigma: `*` and `?` are wildcards, a backslash before them or before a backslash is an escape.
 * (So it is in pySigma; under `re` it is a piece of the expression.) An empty list has no value that could match.
 *
 * A list that is not there is an `unresolved-placeholder` at the value that needs it; what a modifier refuses of a list's values
 * is its problem, at the same place.
 *
 * @see Sigma 2.1, "Placeholders": a tool that cannot handle a placeholder must reject the rule
 */
export function resolvePlaceholders<Part extends { readonly detection: DetectionSection }>(
  rule: Part,
  lists: Lists,
): Resolved<Part> {
  const problems: Problem[] = [];
  const work: Work = { lists, fillings: 0, characters: 0, cost: 0, report: (found) => void problems.push(found) };
  const { detection } = rule;
  if (!Array.from(detection.selections.values()).some(hasPlaceholder)) return { rule, problems };
  const selections = Array.from(detection.selections, ([name, body]) => [name, resolve(body, work)] as const);
  return { rule: { ...rule, detection: { ...detection, selections: new Map(selections) } }, problems };
}

interface Work {
  readonly lists: Lists;
  readonly report: Report;
  /** So far. */
  fillings: number;
  characters: number;
  cost: number;
}

const hasPlaceholder = (selection: Selection): boolean =>
  selection.kind === "item" ? selection.values.some(isWaiting) : selection.operands.some(hasPlaceholder);

const isWaiting = ({ alternatives }: Value): boolean => alternatives.some(({ kind }) => kind === "placeholder");

function resolve(selection: Selection, work: Work): Selection {
  if (selection.kind !== "item") {
    return { ...selection, operands: selection.operands.map((operand) => resolve(operand, work)) };
  }
  if (!hasPlaceholder(selection)) return selection;
  const context = contextOf(selection);
  return {
    ...selection,
    values: selection.values.map((value) => (isWaiting(value) ? fillValue(value, context, work) : value)),
  };
}

const contextOf = ({ field, modifiers }: DetectionItem): Context => ({
  chain: modifiers.map((name) => findModifier(name) ?? bug(`no modifier ${name}`)),
  isKeyword: field === undefined,
});

function fillValue(value: Value, context: Context, work: Work): Value {
  const pieces = readPieces(value.text);
  const missing = namesIn(pieces).filter((name) => !work.lists.has(name));
  for (const name of missing) work.report(problemAt(value.span, unresolved(name, work.lists)));
  if (missing.length > 0) return value;
  if (!isAffordable(pieces, work)) {
    work.report(problemAt(value.span, tooLarge));
    return value;
  }
  const alternatives: Pattern[] = [];
  for (const filling of fillings(pieces, work.lists)) {
    const applied = applyFilling(filling, context, work);
    if (!applied.ok) {
      work.report(problemAt(value.span, applied.fault));
      return value;
    }
    alternatives.push(...applied.patterns);
  }
  return { ...value, alternatives };
}

function applyFilling(filling: Filling, context: Context, work: Work): Applied {
  work.cost += costOf(context.chain, filling.text);
  if (work.cost > maxCost) return refused(tooLarge);
  // What is found in every event is no keyword.
  if (context.isKeyword && filling.text === "")
    return refused(ofList({ code: "empty-keyword", message: "a keyword needs text" }));
  const applied = applyModifiers(filling, context);
  return applied.ok ? applied : refused(ofList(applied.fault));
}

function isAffordable(pieces: readonly Piece[], work: Work): boolean {
  const count = countFillings(pieces, work.lists);
  const lengths = pieces.map((piece) =>
    piece.kind === "text" ? piece.text.length : longest(work.lists.get(piece.name) ?? []),
  );
  work.fillings += count;
  work.characters += count * lengths.reduce((sum, length) => sum + length, 0);
  return work.fillings <= maxFillings && work.characters <= maxCharacters;
}

const longest = (texts: readonly string[]): number => texts.reduce((most, { length }) => Math.max(most, length), 0);

const tooLarge: Fault = {
  code: "rule-too-large",
  message: `with the values of its lists the rule has more than ${maxFillings} values, or is too much work`,
};

const unresolved = (name: string, lists: Lists): Fault => ({
  code: "unresolved-placeholder",
  message: `there is no list ${quote(name)}`,
  hint: suggest(name, lists.keys()) ?? "make a list with this name, or take the placeholder out of the rule",
});

const ofList = ({ message, ...fault }: Fault): Fault => ({ ...fault, message: `of a list's value: ${message}` });
