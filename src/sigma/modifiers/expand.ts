import { made, type Modifier } from "./modifier.ts";

/**
 * `%name%` in a value stands for the values of the list `name`. It is filled before the other modifiers are applied, wherever
 * it stands: they see the value as if it had been written out.
 */
export const expand: Modifier = { name: "expand", role: "transform", apply: (pattern) => made(pattern) };
