import type { Rule } from "../../sigma/index.ts";
import { compileRule, type CompiledRule } from "../compileRule.ts";
import { requiredDimensions } from "../dimensions.ts";
import type { EventView } from "../eventView.ts";
import type { Anchor, Atom } from "./anchors/atom.ts";
import { exclusionsOfRule } from "./anchors/exclusions.ts";
import { inOneGo } from "./compileList.ts";
import { compileTest } from "./compileTest.ts";
import { codeField, codesOfRule } from "./eventCode.ts";
import { anchorOfRule } from "./anchors/ruleAnchor.ts";
import { spellLogic } from "./spellLogic.ts";

/**
 * What a rule asks, whatever it is called and however many rules, of whichever tenant, ask the same: it is looked up and evaluated
 * once for all of them.
 */
export interface Logic {
  /** What an event must have to be offered to it. */
  readonly dimensions: readonly string[];
  /** The event codes that it is about; undefined if it is about any. */
  readonly codes: readonly string[] | undefined;
  /** What it is looked up by among the logics about the same codes. */
  readonly anchor: Anchor | undefined;
  /** What must not hold, of those whose anchor says nothing but that a field is there, and of those that have none. */
  readonly exclusions: readonly Atom[];
  /** Whether the rule matches. */
  readonly test: (event: EventView) => boolean;
  /** What it finds, as the reference evaluator says it: asked where it matches. */
  readonly find: CompiledRule;
}

/** The logic of a rule: the same value for rules that ask the same, in words that evidence shows alike. */
export function logicOf(rule: Rule): Logic {
  const spelling = spellLogic(rule);
  const known = logics.get(spelling)?.deref();
  if (known) return known;
  const made = makeLogic(rule);
  logics.set(spelling, new WeakRef(made));
  forgotten.register(made, spelling);
  return made;
}

/** Those that some rule set holds. A memory only: whether a logic is in it changes nothing but the time and space it takes. */
const logics = new Map<string, WeakRef<Logic>>();
const forgotten = new FinalizationRegistry<string>((spelling) => {
  if (logics.get(spelling)?.deref() === undefined) logics.delete(spelling);
});

/** Keywords are looked up for all codes at once. */
function lookUpBy(rule: Rule): Pick<Logic, "codes" | "anchor" | "exclusions"> {
  const codes = codesOfRule(rule);
  const accepts = (field: string | undefined): boolean => codes === undefined || field !== codeField;
  const anchor = anchorOfRule(rule, accepts);
  const hasKeywords = anchor?.atoms.some(({ field }) => field === undefined) === true;
  const isTold = anchor?.atoms.some(({ kind }) => kind !== "present") === true;
  const exclusions = isTold ? [] : exclusionsOfRule(rule, accepts);
  return { codes: hasKeywords ? undefined : codes, anchor, exclusions };
}

/** Most rules never match, and many are never even asked: the parts are compiled when they are first needed. */
function makeLogic(rule: Rule): Logic {
  const { codes, anchor, exclusions } = lookUpBy(rule);
  let test: Logic["test"] | undefined;
  let find: CompiledRule | undefined;
  return {
    dimensions: requiredDimensions(rule.logsource),
    codes,
    anchor,
    exclusions,
    test: (event) => (test ??= compileTest(rule, { codes }))(event),
    find: (event) => (find ??= compileRule(rule, inOneGo, true))(event),
  };
}
