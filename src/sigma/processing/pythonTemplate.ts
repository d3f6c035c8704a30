import type { Replacement } from "../../std/index.ts";

const escapes = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["\\", "\\"],
]);

/**
 * Reads what Python's `re.sub` puts in place of a match: `\1` and `\g<1>` or `\g<name>` are groups, `\g<0>` the whole match,
 * `\n` a line break. Before any other character that is no letter a backslash stays.
 *
 * @returns undefined if it names a group that is not there, or has an escape that Python does not know
 */
export function readTemplate(
  template: string,
  groupCount: number,
  groupNames: ReadonlyMap<string, number>,
): Replacement | undefined {
  const pieces: (string | number)[] = [];
  for (const [found, number, name, escape] of template.matchAll(/\\([0-9]{1,2})|\\g<(\w+)>|\\([^])|[^\\]+|\\/g)) {
    const reference = number ?? name;
    if (reference !== undefined) {
      const group = groupNames.get(reference) ?? (/^\d+$/.test(reference) ? Number(reference) : Infinity);
      if (group > groupCount) return undefined;
      pieces.push(group);
    } else if (escape !== undefined && /[a-zA-Z]/.test(escape) && !escapes.has(escape)) return undefined;
    else pieces.push(escape === undefined ? found : (escapes.get(escape) ?? found));
  }
  return (groups) => pieces.map((piece) => (typeof piece === "number" ? (groups[piece] ?? "") : piece)).join("");
}
