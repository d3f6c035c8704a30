import type { Rule } from "../sigma/index.ts";

/**
 * A rule without what it says about itself, which matching does not read.
 *
 * The places in its text stay: to take them out of the tree costs more than copying them to a thread.
 */
export const bareRule = ({ logsource, detection, span }: Rule): Rule => ({ ...blank, logsource, detection, span });

const blank = {
  kind: "rule",
  title: "",
  related: [],
  references: [],
  falsePositives: [],
  fields: [],
  tags: [],
  scope: [],
  custom: new Map(),
} as const;
