import type { Event } from "../../event/index.ts";
import type { Rule } from "../../sigma/index.ts";
import { canonicalDecimal, decimalText, fold, isShortDecimal, type Scalar } from "../../std/index.ts";
import type { Atom } from "./anchors/atom.ts";
import { anchorOfRule } from "./anchors/ruleAnchor.ts";
import { fieldSlot } from "./fieldSlot.ts";

/**
 * The field that splits the events of a log into kinds. Most rules about a Windows log name the kind that they are about: for an event
 * of another kind they need not be looked up, nor their fields be read.
 */
export const codeField = "EventID";

/** The codes of which an event must have one for the rule to match it; undefined if the rule does not say. */
export function codesOfRule(rule: Pick<Rule, "detection">): readonly string[] | undefined {
  const anchor = anchorOfRule(rule, (field) => field === codeField);
  return anchor?.atoms.every(isExact) === true
    ? [...new Set(anchor.atoms.map(({ text }) => spellCode(text)))]
    : undefined;
}

const isExact = ({ kind }: Atom): boolean => kind === "equals" || kind === "equalsNumber";

/** The codes of an event: most often one. */
export function codesOfEvent(event: Event): readonly string[] {
  const scalars = slot.scalars(event);
  const [first] = scalars ?? [];
  if (scalars === undefined || first === undefined) return none;
  return scalars.length === 1 ? codesOfScalar(first) : scalars.map(textOf);
}

const slot = fieldSlot(codeField);
const none: readonly string[] = [];

/** There are few codes, and each comes again and again: its text is made once. Events may have any, so that some are kept. */
function codesOfScalar(code: Scalar): readonly string[] {
  const known = codes.get(code);
  if (known !== undefined) return known;
  if (typeof code === "string" && code.length > longestKept) return [textOf(code)];
  if (codes.size >= mostKept) codes.clear();
  const made = [textOf(code)];
  codes.set(code, made);
  return made;
}

const codes = new Map<Scalar, readonly string[]>();
const mostKept = 1_000;
const longestKept = 32;

function textOf(code: Scalar): string {
  if (typeof code === "number") return decimalText(code);
  return typeof code === "string" ? spellCode(code) : String(code);
}

/** One spelling for what could be equal as a number or as a text. */
function spellCode(code: string): string {
  if (isShortDecimal(code)) return code;
  if (hexadecimal.test(code)) return BigInt(code).toString();
  return canonicalDecimal(code) ?? fold(code);
}

const hexadecimal = /^0x[\da-f]+$/i;
