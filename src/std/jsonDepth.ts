/** Whether objects and lists are nested deeper than `limit`. Walks level by level: depth costs no stack. */
export function isDeeperThan(limit: number, value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap(partsOf);
  }
  return false;
}

const partsOf = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value) : [];
