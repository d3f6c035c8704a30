import { Readable } from "node:stream";
import { promisify } from "node:util";
import { createGunzip, gunzip } from "node:zlib";
import type { Refusal } from "./decoded.ts";

const inflate = promisify(gunzip);

/**
 * Undoes the Content-Encoding of a request: gzip or none. Bytes that begin as gzip are unpacked whatever the header says, since
 * no text begins so. Unpacking stops at the limit: a small request cannot fill the memory.
 */
export async function unpack(bytes: Buffer, encoding: string, mostBytes: number): Promise<Buffer | Refusal> {
  const name = encoding.trim().toLowerCase();
  if (!known.has(name)) return unknown(name);
  if (!isGzip(bytes) && gzipNames.has(name)) return broken("the request says gzip and is not");
  if (!isGzip(bytes)) return bytes.length > mostBytes ? tooLarge(mostBytes) : bytes;
  try {
    return await inflate(bytes, { maxOutputLength: mostBytes });
  } catch (error) {
    return isTooLarge(error) ? tooLarge(mostBytes) : damaged;
  }
}

/** Unpacks a stream that begins as gzip; any other passes. Damage is the last thing that it gives. */
export async function* unpackStream(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer | Refusal> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) return;
  const all = startingWith(first.value, iterator);
  if (!isGzip(first.value)) {
    yield* all;
    return;
  }
  const packed = Readable.from(all);
  const unpacked = createGunzip();
  packed.on("error", (error) => unpacked.destroy(error));
  try {
    for await (const chunk of packed.pipe(unpacked)) yield chunk as Buffer;
  } catch (error) {
    if (!isZlibError(error)) throw error;
    yield damaged;
  }
}

async function* startingWith(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

const gzipNames = new Set(["gzip", "x-gzip"]);
const known = new Set(["", "identity", ...gzipNames]);

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;
const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "");
const isTooLarge = (error: unknown) => codeOf(error) === "ERR_BUFFER_TOO_LARGE";
const isZlibError = (error: unknown) => codeOf(error).startsWith("Z_");

const broken = (message: string): Refusal => ({ kind: "refused", code: "broken-encoding", message });
const damaged = broken("the gzip data are damaged or end too early");

const unknown = (name: string): Refusal => ({
  kind: "refused",
  code: "unknown-encoding",
  message: `Content-Encoding "${name}" is not known: send gzip or identity`,
});

/** The refusal of a body over the limit. */
export const tooLarge = (mostBytes: number): Refusal => ({
  kind: "refused",
  code: "too-large",
  message: `the request is larger than ${mostBytes} bytes unpacked`,
});
