import type { Correlation, Filter, ParsedSigma, Rule } from "../sigma/index.ts";

/** What a Sigma text can hold one of. */
export type SigmaDocument = Rule | Filter | Correlation;

export type RuleKind = SigmaDocument["kind"];

/** All that a text holds, rules first. */
export const documentsOf = ({ rules, filters, correlations }: ParsedSigma): SigmaDocument[] => [
  ...rules,
  ...filters,
  ...correlations,
];

/** What makes a document the same one when it is imported again. */
export const identityOf = ({ id, name, title }: Pick<SigmaDocument, "id" | "name" | "title">): string =>
  id ?? name ?? title;
