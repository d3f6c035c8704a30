import { type Correlation, type Problem, quote } from "../sigma/index.ts";
import { fold } from "../std/index.ts";
import { currentRules, type RuleBook } from "./ruleBook.ts";
import type { RuleEntry } from "./ruleEntry.ts";

/** Codes of what only stored rules together can have. */
export type StoredCode = "unknown-rule" | "disabled-rule";

/**
 * What is wrong with a stored entry: with its text as it stands, and, of a correlation, with the rules that it looks at, which
 * may have been deleted or switched off since.
 */
export const problemsOf = (book: RuleBook, entry: RuleEntry): readonly Problem<string>[] =>
  entry.document?.kind === "correlation" && entry.deletedAt === null
    ? [...entry.problems, ...brokenReferences(book, entry.document)]
    : entry.problems;

function brokenReferences(book: RuleBook, { rules }: Correlation): readonly Problem<StoredCode>[] {
  const { byId, byName } = referencesOf(book);
  return rules.flatMap(({ text, span }): Problem<StoredCode>[] => {
    const targets = [...(byName.get(text) ?? []), ...(byId.get(fold(text)) ?? [])];
    if (targets.length === 0) {
      const message = `there is no rule with the id or name ${quote(text)} any more: this correlation finds nothing`;
      return [
        { code: "unknown-rule", severity: "error", message, hint: "restore the rule, or name another one", span },
      ];
    }
    if (targets.some(({ state }) => state !== "DISABLED")) return [];
    const message = `the rule ${quote(text)} is DISABLED: this correlation has nothing of it to look at`;
    return [
      { code: "disabled-rule", severity: "warning", message, hint: "enable the rule, or set it to TESTING", span },
    ];
  });
}

interface References {
  /** By the Sigma id, in any letter case. */
  readonly byId: ReadonlyMap<string, readonly RuleEntry[]>;
  readonly byName: ReadonlyMap<string, readonly RuleEntry[]>;
}

/** A page of correlations asks the same book. */
const known = new WeakMap<RuleBook, References>();

function referencesOf(book: RuleBook): References {
  const references = known.get(book) ?? readReferences(book);
  known.set(book, references);
  return references;
}

function readReferences(book: RuleBook): References {
  const byId = new Map<string, RuleEntry[]>();
  const byName = new Map<string, RuleEntry[]>();
  const add = (map: Map<string, RuleEntry[]>, key: string | undefined, entry: RuleEntry) =>
    key === undefined ? undefined : map.set(key, [...(map.get(key) ?? []), entry]);
  for (const entry of currentRules(book)) {
    if (entry.document === undefined || entry.kind === "filter") continue;
    add(byId, entry.document.id && fold(entry.document.id), entry);
    add(byName, entry.document.name, entry);
  }
  return { byId, byName };
}
