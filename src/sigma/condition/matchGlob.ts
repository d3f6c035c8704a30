/**
 * The selections that a glob of a condition means, in the rule's order; `them` means all.
 *
 * Names that begin with `_` are left out, unless the glob begins so too.
 *
 * @see Sigma 2.1, "Condition": search identifier patterns
 */
export function matchGlob(glob: string, names: readonly string[]): readonly string[] {
  const pieces = piecesOf(glob);
  const seesHidden = glob.startsWith("_");
  return names.filter((name) => (seesHidden || !name.startsWith("_")) && piecesMatch(pieces, name));
}

/** Whether a name is like a glob. `*` stands for any run of characters, at any place and any number of times. Each piece is sought once, leftmost. */
export const globMatches = (glob: string, name: string): boolean => piecesMatch(piecesOf(glob), name);

/** What stands before, between and behind the stars. */
const piecesOf = (glob: string): readonly string[] => (glob.toLowerCase() === "them" ? "*" : glob).split("*");

function piecesMatch(pieces: readonly string[], name: string): boolean {
  const [first = "", last = ""] = [pieces[0], pieces.at(-1)];
  if (pieces.length === 1) return name === first;
  if (!name.startsWith(first)) return false;
  let offset = first.length;
  for (let index = 1; index < pieces.length - 1; index++) {
    const piece = pieces[index] ?? "";
    const found = name.indexOf(piece, offset);
    if (found < 0) return false;
    offset = found + piece.length;
  }
  return name.length - last.length >= offset && name.endsWith(last);
}
