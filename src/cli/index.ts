export type { CliOptions, ServeOptions } from "./options.ts";
export { createProgram } from "./program.ts";
export type { CliRooms } from "./rooms.ts";
export { readRuleFiles } from "./ruleFiles.ts";
