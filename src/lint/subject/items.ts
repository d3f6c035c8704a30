import { type Span, spanWithin } from "../../sigma/index.ts";
import type { ItemSubject } from "../check.ts";

/** How an item compares text, if it compares text. */
export type TextOperator = "equals" | "contains" | "startswith" | "endswith";

/** Modifiers that make something else of a value than text in the way it is written. */
const notText = new Set([
  ...["re", "cidr", "exists", "fieldref", "lt", "lte", "gt", "gte", "minute", "hour", "day", "week", "month", "year"],
]);

/** Modifiers that encode a value. */
const encodings = new Set(["base64", "base64offset", "wide", "utf16le", "utf16be", "utf16"]);

export function textOperator({ modifiers }: ItemSubject): TextOperator | undefined {
  if (modifiers.some((name) => notText.has(name))) return undefined;
  if (modifiers.includes("contains")) return "contains";
  if (modifiers.includes("startswith")) return "startswith";
  return modifiers.includes("endswith") ? "endswith" : "equals";
}

export const has = ({ modifiers }: ItemSubject, ...names: readonly string[]): boolean =>
  modifiers.some((modifier) => names.includes(modifier));

export const isEncoded = ({ modifiers }: ItemSubject): boolean => modifiers.some((name) => encodings.has(name));

/** The field with its modifiers; the whole item for keywords in a list. */
export const keyPlace = ({ key, span }: ItemSubject): Span => key?.span ?? span;

/** The place of the field's name. */
export function fieldPlace({ key, field = "", span }: ItemSubject): Span {
  return key ? spanWithin(key, 0, field.length) : span;
}

/** The place of the first modifier that has one of these names. */
export function modifierPlace({ key, field = "", modifiers, span }: ItemSubject, ...names: readonly string[]): Span {
  const index = modifiers.findIndex((modifier) => names.includes(modifier));
  if (!key || index < 0) return span;
  const start = [field, ...modifiers.slice(0, index)].join("|").length + 1;
  return spanWithin(key, start, start + (modifiers[index]?.length ?? 0));
}
