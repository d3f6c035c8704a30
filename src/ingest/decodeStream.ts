import { decodeItems, lineReader, readWritten } from "./decode.ts";
import { decodeText, isUtf16 } from "./decodeText.ts";
import { emptyRequest, type Decoded, type DecodedRecord, type Refusal } from "./decoded.ts";
import type { Item, WireFormat } from "./format.ts";
import { chooseFormat } from "./formats.ts";
import { ndjson } from "./formats/ndjson.ts";
import { textLines } from "./formats/textLines.ts";
import { heldBack, joinRecords } from "./joinRecords.ts";
import type { ItemReading } from "./readItem.ts";
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
 * @param source the file is raw lines of such a log
 */
export async function* decodeStream(
  chunks: AsyncIterable<Buffer>,
  limits: RequestLimits = fileLimits,
  source?: string,
): AsyncGenerator<Decoded> {
  const read = source === undefined ? (item: Item) => readWritten(item, limits) : lineReader(source, limits);
  if (typeof read === "string") {
    yield { kind: "refused", code: "unknown-source", message: read };
    return;
  }
  let held: readonly DecodedRecord[] = [];
  for await (const decoded of decodePortions(chunks, read, limits, source === undefined ? undefined : textLines)) {
    if (decoded.kind === "refused") {
      if (held.length > 0) yield rest(held, limits);
      yield decoded;
      return;
    }
    const [ready, open] = heldBack([...held, ...decoded.records]);
    held = open;
    yield { ...decoded, records: joinRecords(ready, limits.record) };
  }
  if (held.length > 0) yield rest(held, limits);
}

/** What was held back; its records have been counted. */
const rest = (held: readonly DecodedRecord[], { record }: RequestLimits): Decoded => ({
  kind: "decoded",
  items: 0,
  records: joinRecords(held, record),
  rejections: [],
});

/** The records of a file as they came, in portions. */
async function* decodePortions(
  chunks: AsyncIterable<Buffer>,
  read: (item: Item) => Iterable<ItemReading>,
  limits: RequestLimits,
  format: WireFormat | undefined,
): AsyncGenerator<Decoded> {
  let index = 0;
  let line = 1;
  for await (const portion of portions(chunks, limits.unpackedBytes, format)) {
    if ("kind" in portion) {
      yield portion;
      return;
    }
    const decoded = await decodeItems(portion.format.items(portion.text, line), read, limits, index);
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
async function* portions(
  chunks: AsyncIterable<Buffer>,
  mostBytes: number,
  format: WireFormat | undefined,
): AsyncGenerator<Portion | Refusal> {
  const choose = (text: string) => format ?? chooseFormat(text, "");
  let held: Buffer = Buffer.alloc(0);
  let waiting: Buffer[] = [];
  let size = 0;
  let enough = portionBytes;
  let isLines = format === textLines;
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
    isLines ||= !isUtf16(held) && choose(text) === ndjson;
    // Where there is nothing to cut, the next look is at twice the size: that keeps the work linear.
    enough = isLines && cut > 0 ? portionBytes : size * 2;
    if (!isLines || cut === 0) continue;
    yield { text, format: format ?? ndjson };
    held = held.subarray(cut);
    size = held.length;
  }
  // Of a file that had to be read whole and is too large nothing is given.
  const isLost = refusal?.code === "too-large" && !isLines;
  const text = isLost ? "" : decodeText(Buffer.concat([held, ...waiting]));
  if (text.trim() !== "") yield { text, format: format ?? (isLines ? ndjson : choose(text)) };
  else if (!isLines) refusal ??= emptyRequest;
  if (refusal !== undefined) yield refusal;
}
