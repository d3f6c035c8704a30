/**
 * Whether a text can be looked up unit by unit: all but what has letters beyond U+FFFF that have case, of which folding changes a half,
 * and halves of pairs that stand alone.
 */
export const isPlain = (text: string): boolean => !pairs.test(text) || plainPieces(text)[0] === text;

/** The pieces of a text that can be looked up. */
export function plainPieces(text: string): readonly string[] {
  const letters = Array.from(text, (letter) => (hasCase(letter) ? undefined : letter));
  const pieces: string[] = [""];
  for (const letter of letters) {
    if (letter === undefined) pieces.push("");
    else pieces.push((pieces.pop() ?? "") + letter);
  }
  return pieces.filter((piece) => piece !== "");
}

const pairs = /[\ud800-\udfff]/;

const hasCase = (letter: string): boolean =>
  pairs.test(letter) && (letter.length === 1 || letter.toLowerCase() !== letter || letter.toUpperCase() !== letter);
