import type { Actor } from "../access/index.ts";
import { type Problem, type Source, textOf } from "../sigma/index.ts";
import type { Clock } from "../std/index.ts";
import type { Database } from "../store/index.ts";
import type { RuleRegistry } from "./registry.ts";
import { identityOf, type RuleKind } from "./document.ts";
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
  /** Every problem of the file, warnings included. A rule with an error is not stored. */
  readonly problems: readonly Problem[];
  /** Rules whose identity an earlier rule of the same import has. */
  readonly duplicates: readonly { readonly identity: string; readonly first: string }[];
}

/** Stores the rules, filters and correlations of many files in one transaction, and reports file by file. */
export async function importRules(
  { database, registry, clock }: RuleRoom,
  actor: Actor,
  sources: readonly Source[],
): Promise<ImportReport[]> {
  const { surroundings } = await registry.refresh(actor.tenantId);
  const firstSource = new Map<string, string>();
  const read = sources.map((source) => readSource(source, surroundings, firstSource));
  const outcomes = await saveRules(
    database,
    actor,
    read.flatMap(({ texts }) => texts),
    clock(),
  );
  await registry.refresh(actor.tenantId);
  return read.map(({ texts, ...report }) => ({
    ...report,
    rules: texts.map(({ document }) => {
      const identity = identityOf(document);
      const { kind, title } = document;
      return { identity, kind, title, outcome: outcomes.get(identity) ?? "unchanged" };
    }),
  }));
}

/** Parses a file. `firstSource` remembers which file had an identity first. */
function readSource(source: Source, surroundings: Surroundings, firstSource: Map<string, string>) {
  const { documents, problems } = readDocuments(source, surroundings);
  // A file that is one document is kept whole, comments and all; of others each rule keeps its own.
  const isWhole = documents.length === 1 && !hasErrors(problems) && !("base" in (documents[0] ?? {}));
  const texts: RuleText[] = [];
  const duplicates: { identity: string; first: string }[] = [];
  for (const document of documents) {
    const identity = identityOf(document);
    const first = firstSource.get(identity);
    if (first === undefined) {
      firstSource.set(identity, source.name);
      const yaml = isWhole ? source.text : textOf(source, document);
      texts.push({ document, yaml, source: source.name });
    } else {
      duplicates.push({ identity, first });
    }
  }
  return { source, problems, texts, duplicates };
}
