import { bug, remember } from "../../std/index.ts";
import { keyChecks } from "../checks.ts";
import type { Located } from "../metadata.ts";
import { findModifier } from "../modifiers.ts";
import { all } from "../modifiers/all.ts";
import { expand } from "../modifiers/expand.ts";
import type { Modifier } from "../modifiers/modifier.ts";
import { neq } from "../modifiers/neq.ts";
import type { DetectionItem } from "../rule.ts";

/** The modifiers of an item, as they mean something together. */
export interface ModifierChain extends Pick<DetectionItem, "linking" | "negated"> {
  /** As written, in order. */
  readonly names: readonly string[];
  readonly modifiers: readonly Modifier[];
  readonly expands: boolean;
}

/** A chain that is sound behind a field; undefined if a check finds something wrong with it. */
type Known = ModifierChain | undefined;

/** Rules have few chains, and use each a thousand times. */
const soundChains = remember<{ readonly chain: Known }>((text) => {
  const [, ...names] = text.split("|");
  const modifiers = names.map((name) => ({ text: name, span: { start: 0, end: 0 } }));
  const isSound = keyChecks.every((check) => [...check({ field: "field", modifiers })].length === 0);
  return { chain: isSound ? makeChain(names) : undefined };
});

/** The chain of these modifiers, if it is sound behind a field. */
export function soundChain(modifiers: readonly Located[]): Known {
  let names = "";
  for (const { text } of modifiers) names += `|${text}`;
  return soundChains(names).chain;
}

/** Checks have seen to it that there are such modifiers. */
export function makeChain(names: readonly string[]): ModifierChain {
  const modifiers = names.map((name) => findModifier(name) ?? bug(`no modifier ${name}`));
  const linking = modifiers.includes(all) ? "all" : "any";
  return { names, modifiers, linking, negated: modifiers.includes(neq), expands: modifiers.includes(expand) };
}
