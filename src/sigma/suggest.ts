import { closest } from "../std/index.ts";

/** The hint for a misspelt word; undefined if nothing is near. */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const found = closest(word, candidates);
  return found === undefined ? undefined : `did you mean \`${found}\`?`;
}
