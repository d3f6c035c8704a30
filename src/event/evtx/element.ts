import { isJsonObject, type Json, type JsonObject } from "../../std/index.ts";
import { own } from "../container.ts";

// How converters write an element of XML as JSON: its text and its attributes each under one of several names.

/** The text of an element. */
export const textKeys = ["#text", "_", "$t"] as const;
/** The same of elements in System and of `Data` with a name: no attribute there has these names. */
export const valueKeys = [...textKeys, "Value", "text", "content"] as const;

/** An object of all attributes. Elsewhere it stands beside the element, as `Element_attributes`. */
export const attributeBags = ["#attributes", "@attributes", "$"] as const;
export const attributesSuffix = "_attributes";

export const isAttributeBag = (key: string): boolean => (attributeBags as readonly string[]).includes(key);

/** Some converters make a list of every element, were it the only one of its name. */
export function only(value: Json | undefined): Json | undefined {
  return Array.isArray(value) && value.length === 1 ? (value as readonly Json[])[0] : value;
}

export function onlyObject(value: Json | undefined): JsonObject | undefined {
  const one = only(value);
  return isJsonObject(one) ? one : undefined;
}

/** The names under which an element can hold an attribute itself. Made beforehand: names made anew are slow to look up. */
export type AttributeKeys = readonly [plain: string, marked: string];
export const attributeKeys = (name: string): AttributeKeys => [name, `@${name}`];

/** An attribute as the element itself holds it. */
export function attributeOf(element: JsonObject, [plain, marked]: AttributeKeys): Json | undefined {
  for (const key of attributeBags) {
    const bag = own(element, key);
    const value = isJsonObject(bag) ? own(bag, plain) : undefined;
    if (value !== undefined) return value;
  }
  return own(element, marked) ?? own(element, plain);
}

/** Names out of values are not bounded by the limit for names of properties. */
const longestName = 1_000;

const nameKeys = attributeKeys("Name");

/** What a `Data` element is called. */
export function nameAttribute(element: JsonObject): string | undefined {
  const name = attributeOf(element, nameKeys);
  return typeof name === "string" && name.length <= longestName ? name : undefined;
}
