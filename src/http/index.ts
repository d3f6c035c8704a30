export { createApp } from "./app.ts";
export type { HttpOptions } from "./options.ts";
