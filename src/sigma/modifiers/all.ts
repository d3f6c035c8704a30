import { made, type Modifier } from "./modifier.ts";

/** All values of the item must match, instead of any. The item's `linking` says so; a value stays as it is. */
export const all: Modifier = { name: "all", role: "linking", apply: (pattern) => made(pattern) };
