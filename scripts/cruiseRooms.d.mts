export interface Violation {
  readonly gate: string;
  readonly from: string;
  readonly to: string;
  readonly comment: string;
}

/** Holds the imports of `root`/src against the table in .dependency-cruiser.cjs. */
export function cruiseRooms(
  root: string,
): Promise<{ readonly violations: readonly Violation[]; readonly modules: number }>;
