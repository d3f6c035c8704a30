/** A tag or a user's text in one spelling: lower case, with hyphens, as Sigma 2 writes tags. */
export function spellingOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "-");
}

/** The same without the namespace `attack.`. */
export function nameOf(text: string): string {
  return spellingOf(text).replace(/^attack\./, "");
}
