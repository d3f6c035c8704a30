import { lintDocument, type RuleInSource, lintRules } from "../lint/index.ts";
import type { Problem, Source } from "../sigma/index.ts";
import { identityOf, type SigmaDocument } from "./document.ts";
import { currentRules, type RuleBook } from "./ruleBook.ts";

/** A document, and the text that it was read from. */
export interface DocumentInSource {
  readonly document: SigmaDocument;
  readonly source: Source;
}

export interface LintSurroundings {
  /** What was stored before. */
  readonly book: RuleBook;
  readonly now: Date;
  /** Whether a document is new or another one: what is stored already has been told before. */
  readonly isFresh: (document: SigmaDocument) => boolean;
}

/**
 * What the checks say of documents that are stored: of each by itself, and of rules against each other and what is stored.
 *
 * @returns the warnings of each document
 */
export function lintTexts(
  texts: readonly DocumentInSource[],
  { book, now, isFresh }: LintSurroundings,
): ReadonlyMap<SigmaDocument, readonly Problem<string>[]> {
  const fresh = texts.filter(({ document }) => isFresh(document));
  if (fresh.length === 0) return new Map();
  const rules = texts.flatMap(({ document, source }) => (document.kind === "rule" ? { rule: document, source } : []));
  const across = lintRules(rules, storedBeside(texts, book));
  const shared = new Map<SigmaDocument, readonly Problem<string>[]>(
    rules.map(({ rule }, index) => [rule, across[index] ?? []]),
  );
  return new Map(
    fresh.map((text) => [text.document, [...lintText(text, now), ...(shared.get(text.document) ?? [])]] as const),
  );
}

/** The stored rules that stay as they are. */
function storedBeside(texts: readonly DocumentInSource[], book: RuleBook): readonly RuleInSource[] {
  const coming = new Set(texts.map(({ document }) => identityOf(document)));
  return currentRules(book).flatMap(({ document, identity, source, yaml }) =>
    document?.kind !== "rule" || coming.has(identity)
      ? []
      : { rule: document, source: { name: `${source} (${identity})`, text: yaml } },
  );
}

/** What the checks say of one document by itself. */
const lintText = ({ document, source }: DocumentInSource, now: Date): readonly Problem<string>[] =>
  lintDocument(document, source, { today: now.toISOString().slice(0, 10), isStored: true });
