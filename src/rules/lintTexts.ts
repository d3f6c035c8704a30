import { lintDocument, lintRules } from "../lint/index.ts";
import type { Problem, Source } from "../sigma/index.ts";
import type { SigmaDocument } from "./document.ts";

/** A document, and the text that it was read from. */
export interface DocumentInSource {
  readonly document: SigmaDocument;
  readonly source: Source;
}

/**
 * What the checks say of documents that are stored: of each by itself, and of rules against each other.
 *
 * @param isFresh whether a document is new or another one: what is stored already has been told before
 * @returns the warnings of each document
 */
export function lintTexts(
  texts: readonly DocumentInSource[],
  isFresh: (document: SigmaDocument) => boolean,
  now: Date,
): ReadonlyMap<SigmaDocument, readonly Problem<string>[]> {
  const fresh = texts.filter(({ document }) => isFresh(document));
  if (fresh.length === 0) return new Map();
  const rules = texts.flatMap(({ document, source }) => (document.kind === "rule" ? { rule: document, source } : []));
  const across = lintRules(rules);
  const shared = new Map<SigmaDocument, readonly Problem<string>[]>(
    rules.map(({ rule }, index) => [rule, across[index] ?? []]),
  );
  return new Map(
    fresh.map((text) => [text.document, [...lintText(text, now), ...(shared.get(text.document) ?? [])]] as const),
  );
}

/** What the checks say of one document by itself. */
export const lintText = ({ document, source }: DocumentInSource, now: Date): readonly Problem<string>[] =>
  lintDocument(document, source, { today: now.toISOString().slice(0, 10), isStored: true });
