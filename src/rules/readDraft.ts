import type { Problem, Source } from "../sigma/index.ts";
import type { SigmaDocument } from "./document.ts";
import { checkIncoming } from "./incomingReferences.ts";
import { lintTexts } from "./lintTexts.ts";
import type { RuleBook } from "./ruleBook.ts";
import { readDocuments } from "./ruleEntry.ts";
import { hasErrors } from "./saveRules.ts";
import { type Prepared, prepareDocument } from "./surroundings.ts";

/** A text of exactly one rule, filter or correlation that could be stored. */
export interface Draft {
  readonly document: SigmaDocument;
  /** The document as it would be matched: after the tenant's pipelines and with its lists. */
  readonly resolved: Prepared["document"];
  /** Warnings: of the text by itself, and of the text beside the rules that are stored. */
  readonly problems: readonly Problem<string>[];
}

/** A text that could not be stored. */
export interface Unusable {
  readonly problems: readonly Problem<string>[];
  /** Why, where every document of the text is in order. */
  readonly refusal?: { readonly code: "NOT_ONE_RULE"; readonly message: string };
}

/** The name that problems of a text from the API are reported under, and the source that it is stored with. */
export const apiSource = "api";

/** Reads a text as it would be stored now, and says all that is to be said of it; nothing is stored. */
export function readDraft(yaml: string, book: RuleBook, now: Date): Draft | Unusable {
  const source: Source = { name: apiSource, text: yaml };
  const { documents, ...read } = readDocuments(source, book.surroundings);
  const problems = [...read.problems, ...checkIncoming([documents], book).flatMap((found) => found.problems)];
  if (hasErrors(problems)) return { problems };
  const [document, ...others] = documents;
  if (document === undefined || others.length > 0) {
    const message = `the text holds ${documents.length} rules: give one, or import the file`;
    return { problems, refusal: { code: "NOT_ONE_RULE", message } };
  }
  const warnings = lintTexts([{ document, source }], { book, now, isFresh: () => true }).get(document) ?? [];
  const { document: resolved } = prepareDocument(document, book.surroundings);
  return { document, resolved, problems: [...problems, ...warnings] };
}
