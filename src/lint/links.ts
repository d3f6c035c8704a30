const specification = "https://github.com/SigmaHQ/sigma-specification/blob/main";

/** A section of the Sigma specification of rules. */
export const rules = (section: string): string =>
  `${specification}/specification/sigma-rules-specification.md#${section}`;

/** A section of its appendix on modifiers. */
export const modifiers = (section: string): string =>
  `${specification}/specification/sigma-appendix-modifiers.md#${section}`;

/** A section of its appendix on tags. */
export const tags = (section: string): string => `${specification}/specification/sigma-appendix-tags.md#${section}`;

/** Its appendix on logsources and field names. */
export const taxonomy = `${specification}/specification/sigma-appendix-taxonomy.md`;

/** A section of SigmaHQ's conventions. */
export const convention = (section: string): string => `${specification}/sigmahq/sigmahq-rule-convention.md#${section}`;

/** A section of SigmaHQ's conventions of titles. */
export const titles = (section: string): string => `${specification}/sigmahq/sigmahq-title-convention.md#${section}`;

/** What SigmaHQ tests every rule of its own for, beyond what its conventions write down. */
export const tests = "https://github.com/SigmaHQ/pySigma-validators-sigmaHQ#validators";

/** A section of the specification of filters. */
export const filters = (section: string): string =>
  `${specification}/specification/sigma-filters-specification.md#${section}`;

/** A section of the specification of correlations. */
export const correlations = (section: string): string =>
  `${specification}/specification/sigma-correlation-rules-specification.md#${section}`;
