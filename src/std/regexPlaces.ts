/** What stands beside a place of a text, as far as anchors and boundaries care. */
export type Neighbour = 0 | 1 | 2 | 3;

/** The text begins or ends here. */
export const none: Neighbour = 0;
const lineBreak: Neighbour = 1;
const word: Neighbour = 2;
const other: Neighbour = 3;

/** Each neighbour has so many to stand with. */
export const neighbours = [none, lineBreak, word, other] as const;

const lineFeed = 10;

export const neighbourOf = (codePoint: number): Neighbour =>
  codePoint === lineFeed ? lineBreak : isWord(codePoint) ? word : other;

/** ASCII, as `\b` is. */
const isWord = (codePoint: number): boolean =>
  (codePoint >= 97 && codePoint <= 122) ||
  (codePoint >= 65 && codePoint <= 90) ||
  (codePoint >= 48 && codePoint <= 57) ||
  codePoint === 95;

/** What holds between two neighbours, in the engine's bits. */
export function circumstancesOf(before: Neighbour, after: Neighbour): number {
  const begins = before === none ? beginOfText | beginOfLine : before === lineBreak ? beginOfLine : 0;
  const ends = after === none ? endOfText | endOfLine : after === lineBreak ? endOfLine : 0;
  return begins | ends | ((before === word) === (after === word) ? noBoundary : boundary);
}

const beginOfLine = 1;
const endOfLine = 2;
const beginOfText = 4;
const endOfText = 8;
const boundary = 16;
const noBoundary = 32;
