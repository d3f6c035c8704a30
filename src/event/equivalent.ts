import type { Draft } from "./draft.ts";

/** An event that tells the same as one of another source, and how its fields become those that rules are written with. */
export interface Equivalent {
  readonly service: string;
  readonly code: string;
  /** Adds the fields. What rules can already ask for stays as it is. */
  readonly derive: (draft: Draft) => void;
}
