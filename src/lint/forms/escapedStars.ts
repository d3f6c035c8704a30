/** An asterisk that a backslash has made literal. */
export interface EscapedStar {
  /** Whether it stands where a wildcard was meant: behind a word, in a value with other parts of a path. */
  readonly isInPath: boolean;
  readonly isLast: boolean;
}

/**
 * The escaped asterisks of a value, `\*`. Who writes three backslashes before an asterisk means a literal one, as does who has no
 * word before it.
 *
 * @see Sigma 2.1, "Escaping"
 */
export function escapedStars(text: string): readonly EscapedStar[] {
  const found: EscapedStar[] = [];
  const lastBackslash = text.lastIndexOf("\\");
  let hasFolder = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const next = text.charAt(index + 1);
    const isEscape = character === "\\" && next !== "" && "*?\\".includes(next);
    if (isEscape && next === "*") {
      const isBehindWord = /[\w)%~]/.test(text.charAt(index - 1));
      found.push({
        isInPath: isBehindWord && (hasFolder || lastBackslash > index),
        isLast: index + 2 === text.length,
      });
    }
    if (":/".includes(character) || (character === "\\" && (!isEscape || next === "\\"))) hasFolder = true;
    if (isEscape) index++;
  }
  return found;
}
