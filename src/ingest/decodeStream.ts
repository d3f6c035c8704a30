import { decodeItems, readWritten } from "./decode.ts";
import { decodeText, isUtf16 } from "./decodeText.ts";
import { emptyRequest, type Decoded, type Refusal } from "./decoded.ts";
import type { WireFormat } from "./format.ts";
import { chooseFormat } from "./formats.ts";
import { ndjson } from "./formats/ndjson.ts";
import { defaultRequestLimits, type RequestLimits } from "./requestLimits.ts";
import { tooLarge, unpackStream } from "./unpack.ts";

/** Of a file any number of events is read, and values that are not one per line up to 256 MiB. */
const fileLimits: RequestLimits = { ...defaultRequestLimits, unpackedBytes: 2 ** 28, events: Infinity };

/**
 * Reads a file of events: the formats of a request, plain or gzip, and of any length where there is one event per line.
 *
 * Gives portions, whose indices and line numbers count through the file. A refusal, if there is one, comes last: what was read
 * before it is given first.
 *
 * @param limits of these `unpackedBytes` bounds what is held in memory
 */
export async function* decodeStream(
  chunks: AsyncIterable<Buffer>,
  limits: RequestLimits = fileLimits,
): AsyncGenerator<Decoded> {
  let index = 0;
  let line = 1;
  for await (const portion of portions(chunks, limits.unpackedBytes)) {
    if ("kind" in portion) {
      yield portion;
      return;
    }
    const items = portion.format.items(portion.text, line);
    const decoded = await decodeItems(items, (item) => readWritten(item, limits), limits, index);
    yield decoded;
    if (decoded.kind === "refused") return;
    index += decoded.items;
    line += portion.text.split("\n").length - 1;
  }
}

interface Portion {
  readonly text: string;
  readonly format: WireFormat;
}

const portionBytes = 4 * 1024 * 1024;

/** Cuts a file of lines at line ends into portions; any other file is one portion. */
async function* portions(chunks: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<Portion | Refusal> {
  let held: Buffer = Buffer.alloc(0);
  let waiting: Buffer[] = [];
  let size = 0;
  let enough = portionBytes;
  let isLines = false;
  let refusal: Refusal | undefined;
  for await (const chunk of unpackStream(chunks)) {
    if (!Buffer.isBuffer(chunk)) {
      refusal = chunk;
      break;
    }
    waiting.push(chunk);
    size += chunk.length;
    if (size > mostBytes) {
      refusal = tooLarge(mostBytes);
      break;
    }
    if (size < enough) continue;
    held = Buffer.concat([held, ...waiting]);
    waiting = [];
    const cut = held.lastIndexOf("\n") + 1;
    const text = decodeText(held.subarray(0, cut));
    isLines ||= !isUtf16(held) && chooseFormat(text, "") === ndjson;
    // Where there is nothing to cut, the next look is at twice the size: that keeps the work linear.
    enough = isLines && cut > 0 ? portionBytes : size * 2;
    if (!isLines || cut === 0) continue;
    yield { text, format: ndjson };
    held = held.subarray(cut);
    size = held.length;
  }
  // Of a file that had to be read whole and is too large nothing is given.
  const isLost = refusal?.code === "too-large" && !isLines;
  const text = isLost ? "" : decodeText(Buffer.concat([held, ...waiting]));
  if (text.trim() !== "") yield { text, format: isLines ? ndjson : chooseFormat(text, "") };
  else if (!isLines) refusal ??= emptyRequest;
  if (refusal !== undefined) yield refusal;
}
