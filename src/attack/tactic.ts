import { tacticRows } from "./enterprise.ts";
import { nameOf } from "./spelling.ts";

/** A tactic of Enterprise ATT&CK, such as `TA0010`, Exfiltration, `exfiltration`. */
export interface Tactic {
  readonly id: string;
  readonly name: string;
  /** As in Sigma tags, with hyphens: `command-and-control`. */
  readonly shortName: string;
}

/** Every tactic, in the order of the matrix: Reconnaissance first, Impact last. */
export const tactics: readonly Tactic[] = tacticRows.map(([id, shortName, name]) => ({ id, name, shortName }));

/** Version 19 split one tactic in two; the first kept the id. */
const formerTactics = new Map([["defense-evasion", ["TA0005", "TA0112"]]]);

const bySpelling = new Map<string, readonly Tactic[]>([
  ...tactics.map((tactic) => [tactic.id.toLowerCase(), [tactic]] as const),
  ...tactics.map((tactic) => [tactic.shortName, [tactic]] as const),
  ...[...formerTactics].map(([name, ids]) => [name, tactics.filter(({ id }) => ids.includes(id))] as const),
]);

/**
 * The tactics that a text names: one, or none, or the two that Defense Evasion became in version 19.
 *
 * Understands `TA0011`, `command-and-control`, `command_and_control`, `Command and Control`, each also after `attack.`, in any case.
 */
export function findTactics(text: string): readonly Tactic[] {
  return bySpelling.get(nameOf(text)) ?? [];
}

/** As `findTactics`, for one tactic. The former Defense Evasion gives Stealth, which kept its id. */
export function findTactic(text: string): Tactic | undefined {
  return findTactics(text)[0];
}
