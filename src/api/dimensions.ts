/** What the dimensions of a logsource say, wherever the schema has them. */
export const dimensions = {
  product: "What writes the events, such as `windows`.",
  category: "What the events are about, such as `process_creation`.",
  service: "Which log of the product they are in, such as `security`.",
} as const;
