import { parseSigma, type Rule } from "../sigma/index.ts";
import { documentsOf } from "./document.ts";
import type { RuleRevision } from "./revisions.ts";
import type { RuleBook } from "./ruleBook.ts";
import type { RuleEntry } from "./ruleEntry.ts";
import { prepareDocument } from "./surroundings.ts";

/** The current text of a rule as it is matched, without the filters that narrow it; undefined if it is none, or has an error. */
export const currentRule = ({ resolved }: RuleEntry): Rule | undefined =>
  resolved?.kind === "rule" ? resolved : undefined;

/** The same of an earlier text, with the pipelines and lists of now: those of then are not kept. */
export function ruleOfRevision({ yaml, source }: Pick<RuleRevision, "yaml" | "source">, book: RuleBook) {
  const [document] = documentsOf(parseSigma({ name: source, text: yaml }));
  const prepared = document && prepareDocument(document, book.surroundings).document;
  return prepared?.kind === "rule" ? prepared : undefined;
}
