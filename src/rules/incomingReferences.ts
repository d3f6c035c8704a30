import { checkReferences, type Correlation, findDependents, type Problem, type Referring } from "../sigma/index.ts";
import { groupBy } from "../std/index.ts";
import { identityOf, type SigmaDocument } from "./document.ts";
import { currentRules, type RuleBook } from "./ruleBook.ts";

/** What is wrong with the references of documents that are on their way into the store. */
export interface IncomingReferences {
  readonly problems: readonly Problem[];
  /** Correlations that would look at what is not there. */
  readonly refused: ReadonlySet<SigmaDocument>;
}

/**
 * Checks the references of documents, source by source, against all of them and what is stored: in one import the order does
 * not matter. A stored document counts unless one with its identity is on its way.
 */
export function checkIncoming(
  sources: readonly (readonly SigmaDocument[])[],
  book: RuleBook,
): readonly IncomingReferences[] {
  const incoming = sources.flat();
  if (incoming.every(({ kind }) => kind === "rule")) return sources.map(() => none);
  const identities = new Set(incoming.map(identityOf));
  const stored = currentRules(book).flatMap(({ document, identity }) =>
    document && !identities.has(identity) ? document : [],
  );
  const texts = sources.map(referring);
  const found = groupBy(checkReferences([referring(stored), ...texts]), ({ text }) => text);
  const inText = texts.map((text) => (found.get(text) ?? []).map(({ problem }) => problem));
  const broken = texts.flatMap(({ correlations }, index) =>
    correlations.filter(({ span }) => inText[index]?.some((problem) => isError(problem) && isWithin(problem, span))),
  );
  const dependents = findDependents(incoming.filter(isCorrelation), broken);
  const refused = new Set<SigmaDocument>([...broken, ...dependents.keys()]);
  return texts.map(({ correlations }, index) => {
    const caused = correlations.flatMap((correlation) => dependents.get(correlation) ?? []);
    return { problems: [...(inText[index] ?? []), ...caused], refused };
  });
}

const none: IncomingReferences = { problems: [], refused: new Set() };

const isCorrelation = (document: SigmaDocument): document is Correlation => document.kind === "correlation";

const referring = (documents: readonly SigmaDocument[]): Referring => ({
  rules: documents.filter((document) => document.kind === "rule"),
  filters: documents.filter((document) => document.kind === "filter"),
  correlations: documents.filter(isCorrelation),
});

const isError = ({ severity }: Problem): boolean => severity === "error";

const isWithin = ({ span }: Problem, { start, end }: Problem["span"]): boolean =>
  start <= span.start && span.end <= end;
