import type { Derivation } from "./derivation.ts";

/** An event that tells the same as one of another source, and how its fields become those that rules are written with. */
export interface Equivalent {
  readonly service: string;
  readonly code: string;
  /** What rules can already ask for stays as it is, unless a derivation says that it replaces it. */
  readonly derivations: readonly Derivation[];
}
