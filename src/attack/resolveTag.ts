import { nameOf, spellingOf } from "./spelling.ts";
import { findTactics, type Tactic } from "./tactic.ts";
import { findTechnique, type Technique } from "./technique.ts";

/** What a tag says. A replaced id or name has been followed to what is in force. */
export type ResolvedTag =
  | { readonly kind: "technique"; readonly technique: Technique }
  /** One tactic; two for the former Defense Evasion. */
  | { readonly kind: "tactic"; readonly tactics: readonly Tactic[] }
  /** `id` is as ATT&CK writes it: `G0007`, `S0002`. */
  | { readonly kind: "group" | "software"; readonly id: string }
  /** A tag of another namespace, in lower case: `cve`, `2021-44228`. */
  | { readonly kind: "other"; readonly namespace: string; readonly name: string }
  /** In the namespace `attack`, or in none, and nothing that ATT&CK knows. */
  | { readonly kind: "unknown" };

/**
 * Says what a rule's tag means (Sigma tags specification 2.1). What a user types in a filter is understood too: the namespace
 * `attack.` may be missing, and case, `_`, `-` and spaces do not matter.
 */
export function resolveTag(tag: string): ResolvedTag {
  const technique = findTechnique(tag);
  if (technique) return { kind: "technique", technique };
  const tactics = findTactics(tag);
  if (tactics.length > 0) return { kind: "tactic", tactics };
  return actorOf(nameOf(tag)) ?? outsiderOf(spellingOf(tag)) ?? { kind: "unknown" };
}

function actorOf(name: string): ResolvedTag | undefined {
  if (/^g\d{4}$/.test(name)) return { kind: "group", id: name.toUpperCase() };
  if (/^s\d{4}$/.test(name)) return { kind: "software", id: name.toUpperCase() };
  return undefined;
}

function outsiderOf(tag: string): ResolvedTag | undefined {
  const [, namespace, name] = /^([^.]+)\.(.+)$/.exec(tag) ?? [];
  if (namespace === undefined || name === undefined || namespace === "attack" || isUnknownId(tag)) return undefined;
  return { kind: "other", namespace, name };
}

/** `T9999.001` has a dot and no namespace. */
const isUnknownId = (tag: string) => /^t\d{4}\.\d{3}$/.test(tag);
