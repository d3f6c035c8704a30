import { made, type Modifier } from "./modifier.ts";

/** Letter case counts. A regular expression minds it anyway; numbers, booleans and null have none. */
export const cased: Modifier = {
  name: "cased",
  role: "transform",
  excludes: ["cidr"],
  apply: (pattern) =>
    made(pattern.kind === "string" || pattern.kind === "fieldref" ? { ...pattern, cased: true } : pattern),
};
