import { type Event, EVENT_ID, parseEvents, YAMLException } from "js-yaml";
import { type Problem, problem } from "../problem.ts";
import { maxDepth, tooDeep } from "./cursor.ts";
import type { YamlDocument } from "./document.ts";
import { readTree } from "./readTree.ts";
import type { Chunk } from "./splitDocuments.ts";

/** Some reasons quote the text. */
const maxReason = 200;

/** Reads a piece of a text with the parser of YAML: whatever form it has, and whatever is wrong with it. */
export function parseChunk(text: string, chunk: Chunk): readonly YamlDocument[] {
  const chunkText = text.slice(chunk.start, chunk.end);
  const parsed = events(chunkText);
  if ("refused" in parsed) {
    return [{ root: undefined, problems: [syntaxProblem(parsed.refused, chunk)], span: chunk.body }];
  }
  return documentStarts(parsed.events).map((start) => {
    const problems: Problem[] = [];
    const report = (found: Problem): void => void problems.push(found);
    const root = readTree({ text: chunkText, base: chunk.start, events: parsed.events, report }, start + 1);
    return { root, problems, span: chunk.body };
  });
}

function events(text: string): { readonly events: readonly Event[] } | { readonly refused: YAMLException } {
  try {
    // The parser counts scalars and attempts too; the reader of the tree counts exactly.
    return { events: parseEvents(text, { maxDepth: maxDepth + 8 }) };
  } catch (error) {
    if (error instanceof YAMLException) return { refused: error };
    throw error;
  }
}

const documentStarts = (events: readonly Event[]): readonly number[] =>
  events.flatMap((event, index) => (event.type === EVENT_ID.DOCUMENT ? [index] : []));

function syntaxProblem({ reason, mark }: YAMLException, { start, body }: Chunk): Problem {
  const place = Math.min(start + (mark?.position ?? 0), body.end);
  const span = { start: place, end: Math.min(place + 1, body.end) };
  if (reason.startsWith("nesting exceeded")) return tooDeep(span);
  return problem("yaml-syntax", span, reason.slice(0, maxReason), hints.get(reason));
}

const hints = new Map([
  [
    "bad indentation of a mapping entry",
    "a value that holds `: ` needs quotes; keys of one map have the same indentation",
  ],
  ["deficient indentation", "a quote or a bracket that opens above is not closed"],
  ["tab characters must not be used in indentation", "indent with spaces"],
  ["unknown escape sequence", "in double quotes a backslash begins an escape; use single quotes"],
]);
