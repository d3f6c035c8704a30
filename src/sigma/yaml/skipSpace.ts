/** The first offset from `from` on that is neither space, line break, comment, nor one of `separators`. */
export function skipSpace(text: string, from: number, separators = ""): number {
  let offset = from;
  while (offset < text.length) {
    const character = text.charAt(offset);
    if (character === "#") offset += lineLength(text, offset);
    else if (" \t\r\n\uFEFF".includes(character) || separators.includes(character)) offset++;
    else break;
  }
  return offset;
}

function lineLength(text: string, offset: number): number {
  const length = text.slice(offset).search(/[\r\n]/);
  return length < 0 ? text.length - offset : length;
}
