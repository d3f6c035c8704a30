import type { Json } from "../../src/std/index.ts";
import type { Random } from "../sigma/random.ts";

/** The JSON text of a value as any encoder might write it: with white space, and escapes where none are needed. */
export function spellJson(next: Random, value: Json): string {
  if (typeof value === "string")
    return `"${Array.from({ length: value.length }, (_, at) => spellUnit(next, value.charCodeAt(at))).join("")}"`;
  if (Array.isArray(value))
    return `[${value.map((each: Json) => spellJson(next, each)).join(next(2) === 0 ? "," : ", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, each]) => `${spellJson(next, key)}: ${spellJson(next, each)}`);
  return `{${members.join(",\n")}}`;
}

function spellUnit(next: Random, unit: number): string {
  if (next(100) === 0) return `\\u${unit.toString(16).padStart(4, "0")}`;
  const letter = String.fromCharCode(unit);
  if (letter === "/" && next(4) === 0) return "\\/";
  return unit < 0xd800 || unit > 0xdfff ? JSON.stringify(letter).slice(1, -1) : letter;
}
