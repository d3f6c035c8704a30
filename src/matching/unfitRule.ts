/** What is told of a rule that the engine throws over. */
export const unfitRule = (key: number, cause: unknown): Error =>
  new Error(`the rule with row id ${key} finds nothing, because of a bug here: ${String(cause)}`, { cause });
