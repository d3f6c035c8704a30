import { identityOf, type RuleKind } from "./document.ts";
import type { EditResult } from "./editRule.ts";
import { readDraft } from "./readDraft.ts";
import type { RuleBook } from "./ruleBook.ts";

/** What `createRule` and `updateRule` would say of a text. */
export interface Validation extends EditResult {
  /** Absent of a text that could not be stored; `entry` is the rule that has this identity already. */
  readonly document?: { readonly kind: RuleKind; readonly identity: string; readonly title: string };
}

/** Reads a text as if it were to be stored. */
export function validateRule(book: RuleBook, yaml: string, now: Date): Validation {
  const read = readDraft(yaml, book, now);
  if (!("document" in read)) return read;
  const { document, problems } = read;
  const identity = identityOf(document);
  const entry = book.byIdentity.get(identity);
  return {
    problems,
    document: { kind: document.kind, identity, title: document.title },
    ...(entry?.deletedAt === null && { entry }),
  };
}
