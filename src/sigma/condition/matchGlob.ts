/**
 * The selections that a glob of a condition means, in the rule's order; `them` means all.
 *
 * Names that begin with `_` are left out, unless the glob begins so too.
 *
 * @see Sigma 2.1, "Condition": search identifier patterns
 */
export function matchGlob(glob: string, names: readonly string[]): readonly string[] {
  const visible = glob.startsWith("_") ? names : names.filter((name) => !name.startsWith("_"));
  return visible.filter((name) => globMatches(glob, name));
}

/** Whether a name is like a glob. `*` stands for any run of characters, at any place and any number of times. Each piece is sought once, leftmost. */
export function globMatches(glob: string, name: string): boolean {
  const pattern = glob.toLowerCase() === "them" ? "*" : glob;
  const [first = "", ...others] = pattern.split("*");
  const last = others.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first)) return false;
  let offset = first.length;
  for (const piece of others) {
    const found = name.indexOf(piece, offset);
    if (found < 0) return false;
    offset = found + piece.length;
  }
  return name.length - last.length >= offset && name.endsWith(last);
}
