import { conditionCases } from "./language/conditions.ts";
import { correlationCases } from "./language/correlations.ts";
import { documentCases } from "./language/documents.ts";
import { filterCases } from "./language/filters.ts";
import type { LanguageCase } from "./language/languageCase.ts";
import { selectionCases } from "./language/selections.ts";
import { textCases } from "./language/text.ts";
import { typedCases } from "./language/typed.ts";

/** Every sentence of the Sigma specification 2.1 that can be tested. */
export const languageCases: readonly LanguageCase[] = [
  ...documentCases,
  ...selectionCases,
  ...textCases,
  ...typedCases,
  ...conditionCases,
  ...filterCases,
  ...correlationCases,
];
