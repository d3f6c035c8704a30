import { problem } from "../problem.ts";
import { readBlocks } from "./blocks/readBlocks.ts";
import type { YamlDocument } from "./document.ts";
import { parseChunk } from "./parseChunk.ts";
import { type Chunk, splitDocuments } from "./splitDocuments.ts";

/** In UTF-16 units. */
const maxLength = 1_048_576;
const maxDocuments = 10_000;

/**
 * Reads the documents of a YAML text, each on its own: a mistake in one leaves the others readable.
 *
 * The core schema of YAML 1.2, without aliases and tags. Never throws, whatever the text is.
 */
export function parseYaml(text: string): readonly YamlDocument[] {
  if (text.length > maxLength) return tooLarge(`is larger than ${maxLength} UTF-16 units`);
  const chunks = splitDocuments(text);
  if (chunks.length > maxDocuments) return tooLarge(`holds more than ${maxDocuments} documents`);
  return chunks.flatMap((chunk) => readChunk(text, chunk));
}

function tooLarge(how: string): readonly YamlDocument[] {
  const span = { start: 0, end: 0 };
  return [{ root: undefined, problems: [problem("source-too-large", span, `the text ${how}`)], span }];
}

function readChunk(text: string, chunk: Chunk): readonly YamlDocument[] {
  const root = readBlocks(text.slice(chunk.start, chunk.end), chunk.start);
  return root ? [{ root, problems: [], span: chunk.body }] : parseChunk(text, chunk);
}
