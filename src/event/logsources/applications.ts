import type { LogsourceRow } from "../logsourceRow.ts";

const kinds = ["django", "jvm", "nodejs", "python", "ruby_on_rails", "spring", "velocity"];

/** The logs of programs, by what they are written in or with. */
export const applicationLogsources: readonly LogsourceRow[] = [
  { product: "opencanary", logs: ["opencanary"], always: ["application"] },
  ...kinds.map((product) => ({ product, logs: [`${product} errors`], always: ["application"] })),
];
