import type { Actor } from "../access/index.ts";
import { type Problem, type Source, textsOf } from "../sigma/index.ts";
import { bug, type Clock } from "../std/index.ts";
import type { Database } from "../store/index.ts";
import { identityOf, type RuleKind, type SigmaDocument } from "./document.ts";
import { checkIncoming } from "./incomingReferences.ts";
import { lintTexts } from "./lintTexts.ts";
import type { RuleRegistry } from "./registry.ts";
import type { RuleBook } from "./ruleBook.ts";
import { readDocuments } from "./ruleEntry.ts";
import type { Surroundings } from "./surroundings.ts";
import { hasErrors, type RuleText, type SaveOutcome, saveRules } from "./saveRules.ts";

/** What the rule rooms need to work with. */
export interface RuleRoom {
  readonly database: Database;
  readonly registry: RuleRegistry;
  readonly clock: Clock;
}

/** What became of one rule of an import. */
export interface ImportedRule {
  readonly identity: string;
  readonly kind: RuleKind;
  readonly title: string;
  readonly outcome: SaveOutcome;
}

/** What became of one file: its good rules are stored whatever is wrong with the others. */
export interface ImportReport {
  readonly source: Source;
  readonly rules: readonly ImportedRule[];
  /**
   * Every problem of the file in the order of its text, and what the checks say of rules that are new or changed. A rule with
   * an error is not stored.
   */
  readonly problems: readonly Problem<string>[];
  /** Rules whose identity an earlier rule of the same import has. */
  readonly duplicates: readonly { readonly identity: string; readonly first: string }[];
}

/** Stores the rules, filters and correlations of many files in one transaction, and reports file by file. */
export async function importRules(
  { database, registry, clock }: RuleRoom,
  actor: Actor,
  sources: readonly Source[],
): Promise<ImportReport[]> {
  const book = await registry.refresh(actor.tenantId);
  const read = readSources(sources, book);
  const texts = read.flatMap((one) => one.texts);
  const now = clock();
  const outcomes = await saveRules(database, actor, texts, now);
  await registry.refresh(actor.tenantId);
  const outcomeOf = (document: SigmaDocument) => outcomes.get(identityOf(document)) ?? "unchanged";
  const documents = read.flatMap((one) => one.texts.map(({ document }) => ({ document, source: one.source })));
  const warnings = lintTexts(documents, {
    book,
    now,
    isFresh: (document) => outcomeOf(document) !== "unchanged",
  });
  return read.map(({ source, duplicates, ...one }) => {
    const problems = [...one.problems, ...one.texts.flatMap(({ document }) => warnings.get(document) ?? [])];
    const rules = one.texts.map(({ document }) => ({
      identity: identityOf(document),
      kind: document.kind,
      title: document.title,
      outcome: outcomeOf(document),
    }));
    return { source, rules, problems: problems.toSorted((a, b) => a.span.start - b.span.start), duplicates };
  });
}

/** Reads files, and leaves out what refers to rules that are neither there nor stored. */
function readSources(sources: readonly Source[], book: RuleBook): readonly SourceReading[] {
  const firstSource = new Map<string, string>();
  const read = sources.map((source) => readSource(source, book.surroundings, firstSource));
  const references = checkIncoming(
    read.map(({ texts }) => texts.map(({ document }) => document)),
    book,
  );
  return read.map((one, index) => {
    const { problems, refused } = references[index] ?? bug("a source whose references were not checked");
    return {
      ...one,
      texts: one.texts.filter(({ document }) => !refused.has(document)),
      problems: [...one.problems, ...problems],
    };
  });
}

/** What a file holds that can be stored. */
interface SourceReading extends Pick<ImportReport, "source" | "problems" | "duplicates"> {
  readonly texts: readonly RuleText[];
}

/** Parses a file. `firstSource` remembers which file had an identity first. */
function readSource(source: Source, surroundings: Surroundings, firstSource: Map<string, string>): SourceReading {
  const { documents, problems } = readDocuments(source, surroundings);
  // A file that is one document is kept whole, comments and all; of others each rule keeps its own.
  const isWhole = documents.length === 1 && !hasErrors(problems) && !("base" in (documents[0] ?? {}));
  const texts: RuleText[] = [];
  const duplicates: { identity: string; first: string }[] = [];
  const own = isWhole ? [] : textsOf(source, documents);
  for (const [index, document] of documents.entries()) {
    const identity = identityOf(document);
    const first = firstSource.get(identity);
    if (first === undefined) {
      firstSource.set(identity, source.name);
      const yaml = own[index] ?? source.text;
      texts.push({ document, yaml, source: source.name });
    } else {
      duplicates.push({ identity, first });
    }
  }
  return { source, problems, texts, duplicates };
}
