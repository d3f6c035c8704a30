import { made, type Modifier } from "./modifier.ts";

/** The item holds where its linked values do not. The item's `negated` says so; a value stays as it is. */
export const neq: Modifier = { name: "neq", role: "linking", apply: (pattern) => made(pattern) };
