import { replacedRows, techniqueRows } from "./enterprise.ts";
import { nameOf } from "./spelling.ts";
import { type Tactic, tactics } from "./tactic.ts";

/** A technique of Enterprise ATT&CK, such as `T1048`, or a sub-technique, such as `T1048.003`. */
export interface Technique {
  readonly id: string;
  readonly name: string;
  /** The tactics that it serves, at least one. */
  readonly tactics: readonly Tactic[];
  /** The technique that a sub-technique belongs to. */
  readonly parentId?: string;
}

/** Every technique and sub-technique in force, ordered by id. */
export const techniques: readonly Technique[] = techniqueRows.map(([id, tacticIds, name]) => {
  const parentId = parentIdOf(id);
  return { id, name, tactics: tacticsOf(tacticIds), ...(parentId !== undefined && { parentId }) };
});

const byId = new Map(techniques.map((technique) => [technique.id, technique]));
const replacedBy = new Map(replacedRows);

function tacticsOf(ids: string): readonly Tactic[] {
  return ids.split(" ").flatMap((wanted) => tactics.filter(({ id }) => id === wanted));
}

/** The id of a technique in capitals, known or not; undefined for any other text. Understands `attack.t1048.003`. */
export function techniqueIdOf(text: string): string | undefined {
  const name = nameOf(text);
  return /^t\d{4}(\.\d{3})?$/.test(name) ? name.toUpperCase() : undefined;
}

/** `T1048` of `T1048.003`; undefined for an id without a dot. */
export function parentIdOf(id: string): string | undefined {
  return id.includes(".") ? id.slice(0, id.indexOf(".")) : undefined;
}

/** The id that replaced this one, else the id itself. */
export function currentIdOf(id: string): string {
  return replacedBy.get(id) ?? id;
}

/** What the replaced sub-techniques of a technique have become: of `T1562` among others `T1685.001`. */
export function heirsOfSubTechniques(id: string): readonly string[] {
  return replacedRows.filter(([former]) => parentIdOf(former) === id).map(([, current]) => current);
}

/**
 * The technique that a text names: `T1048.003`, `t1048.003`, `attack.t1048.003`.
 *
 * A replaced id gives the technique in force: `T1562.001` gives `T1685`. Names are not understood: many techniques share one.
 */
export function findTechnique(text: string): Technique | undefined {
  const id = techniqueIdOf(text);
  return id === undefined ? undefined : byId.get(currentIdOf(id));
}

/** The sub-techniques of the technique that a text names, ordered by id; none for a sub-technique or an unknown id. */
export function subTechniquesOf(text: string): readonly Technique[] {
  const technique = findTechnique(text);
  return technique === undefined ? [] : techniques.filter(({ parentId }) => parentId === technique.id);
}
