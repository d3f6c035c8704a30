import type { WireFormat } from "../format.ts";
import { linesOf } from "../lines.ts";

/**
 * Raw lines of a log: each that is not blank is a record `{"message": line}`. Never guessed: the sender must name the source.
 *
 * A byte that is not UTF-8 is read as Latin-1. Logs repeat what strangers sent, and a line that was refused for it would be a way
 * not to be seen.
 */
export const textLines: WireFormat = {
  name: "textLines",
  fits: () => false,
  *items(body, firstLine = 1) {
    for (const { text, start } of linesOf(body, firstLine)) {
      const message = text.replace(strayByte, (half) => String.fromCharCode(half.charCodeAt(0) & 0xff));
      yield { kind: "text", text: JSON.stringify({ message }), start };
    }
  },
};

/** What `decodeText` makes of a byte that is not UTF-8. With the flag `u` a pair is one character, so this finds only halves. */
const strayByte = /\p{Surrogate}/gu;
