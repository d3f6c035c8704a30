import { decodeText, decodeUtf8, isUtf16 } from "./decodeText.ts";
import type { Item } from "./format.ts";
import { ndjson, surelyFits } from "./formats/ndjson.ts";

/** In bytes; a piece ends with the line that it ends in. Its text is short enough to be made where short-lived things are. */
const pieceBytes = 2 ** 15;

/**
 * The events of a body of lines. Its text is made piece by piece, and so while other requests have their turn: the text of a whole
 * body costs several times as much, and all of it takes two bytes a character as soon as one is beyond Latin-1.
 *
 * @returns undefined if the first piece does not show that each line is an event
 */
export function itemsInPieces(body: Buffer): Iterable<Item> | undefined {
  if (isUtf16(body)) return undefined;
  const end = endOfPiece(body, 0);
  const first = decodeText(body.subarray(0, end));
  return surelyFits(first) ? piecesFrom(first, body, end) : undefined;
}

function* piecesFrom(first: string, body: Buffer, firstEnd: number): Generator<Item> {
  let [text, end, line] = [first, firstEnd, 1];
  for (;;) {
    yield* ndjson.items(text, line);
    if (end === body.length) return;
    line += text.split("\n").length - 1;
    const start = end;
    end = endOfPiece(body, start);
    text = decodeUtf8(body.subarray(start, end));
  }
}

function endOfPiece(body: Buffer, start: number): number {
  const found = body.indexOf(lineFeed, start + pieceBytes);
  return found === -1 ? body.length : found + 1;
}

const lineFeed = 0x0a;
