import { isJsonObject, type Json, type JsonObject, remember, type Scalar } from "../../std/index.ts";
import { own } from "../container.ts";
import { leavesOf } from "../valuesAt.ts";
import { attributeKeys, attributeOf, attributesSuffix, only, valueKeys, type AttributeKeys } from "./element.ts";

/**
 * What `System` has under a name: that of an element (`EventID`), or of an element and its attribute (`Provider_Name`).
 *
 * @returns undefined if there is no such thing
 */
export function inSystem(system: JsonObject, name: string): readonly Scalar[] | undefined {
  const text = textOfElement(only(own(system, name)));
  if (text !== undefined) return leavesOf(text);
  for (const reading of readingsOf(name)) {
    const value = attributeIn(system, reading);
    if (value !== undefined) return leavesOf(value);
  }
  return undefined;
}

/** An element and one of its attributes; `beside` is where some converters put an object of all of them. */
interface Reading {
  readonly tag: string;
  readonly beside: string;
  readonly attribute: string;
  readonly keys: AttributeKeys;
}

/** What a name can stand for. */
const readingsOf = remember((name): readonly Reading[] => {
  const parts = name.split("_");
  return parts.slice(1).map((_, index) => {
    const tag = parts.slice(0, index + 1).join("_");
    const attribute = parts.slice(index + 1).join("_");
    return { tag, beside: tag + attributesSuffix, attribute, keys: attributeKeys(attribute) };
  });
});

function textOfElement(element: Json | undefined): Json | undefined {
  if (!isJsonObject(element)) return element;
  for (const key of valueKeys) {
    const text = own(element, key);
    if (text !== undefined) return text;
  }
  return Object.keys(element).length === 0 ? element : undefined;
}

function attributeIn(system: JsonObject, { tag, beside, attribute, keys }: Reading): Json | undefined {
  const element = only(own(system, tag));
  const value = isJsonObject(element) ? attributeOf(element, keys) : undefined;
  if (value !== undefined) return value;
  const bag = own(system, beside);
  return isJsonObject(bag) ? own(bag, attribute) : undefined;
}
