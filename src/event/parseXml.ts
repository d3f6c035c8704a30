import type { Json, JsonObject } from "../std/index.ts";

/**
 * Reads the XML that Windows writes events in: elements, attributes, text, the five entities and characters by number. No
 * document type, and so no entities of its own.
 *
 * @returns the root under its name: of each element the attributes as `@Name`, but for those that name its space, the text as
 * `#text`, what is in it under its name, as a list where there are several; an element that has nothing but text is that text. Undefined if this is not such XML, or
 * has more than 20,000 elements or 64 inside one another.
 */
export function parseXml(text: string): JsonObject | undefined {
  const root = openElement("", "");
  const open = [root];
  let count = 0;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const [whole, closing, opening, attributes = "", isEmpty, cdata, plain] = token.exec(text) ?? [];
    const inner = open.at(-1);
    if (whole === undefined || inner === undefined) return undefined;
    if (opening !== undefined) {
      if (++count > mostElements || open.length > deepest) return undefined;
      const element = openElement(opening, attributes);
      if (isEmpty === "/") addChild(inner, element);
      else open.push(element);
    } else if (closing !== undefined) {
      const outer = open.at(-2);
      if (inner.name !== closing || outer === undefined) return undefined;
      open.pop();
      addChild(outer, inner);
    } else inner.text += cdata ?? (plain === undefined ? "" : decode(plain));
  }
  const value = toJson(root);
  return open.length === 1 && typeof value === "object" && value !== null ? (value as JsonObject) : undefined;
}

const mostElements = 20_000;
const deepest = 64;

/** A comment or an instruction, a closing tag, an opening one, a section of text, text: each starts where the last one ended. */
const token =
  /<\?[^>]*>|<!--[^]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<!\[CDATA\[([^]*?)\]\]>|([^<]+)/y;

interface Element {
  readonly name: string;
  readonly members: Map<string, Json[]>;
  hasChildren: boolean;
  text: string;
}

function openElement(name: string, attributes: string): Element {
  const members = new Map<string, Json[]>();
  for (const [, attribute = "", quoted = ""] of attributes.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (!/^xmlns(?::|$)/.test(attribute)) members.set(`@${attribute}`, [decode(quoted.slice(1, -1))]);
  }
  return { name, members, hasChildren: false, text: "" };
}

function addChild(parent: Element, child: Element): void {
  const known = parent.members.get(child.name) ?? [];
  known.push(toJson(child));
  parent.members.set(child.name, known);
  parent.hasChildren = true;
}

function toJson({ members, hasChildren, text }: Element): Json {
  if (members.size === 0) return text;
  const entries = Array.from(members, ([name, values]) => [name, values.length === 1 ? (values[0] ?? null) : values]);
  const isEmpty = text === "" || (hasChildren && text.trim() === "");
  const own = isEmpty ? [] : [["#text", text]];
  return Object.fromEntries([...entries, ...own]) as JsonObject;
}

const entities = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** What is no entity that is known here stays as it is. */
function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === "string") return entities.get(name) ?? whole;
    const point = typeof decimal === "string" ? Number(decimal) : parseInt(String(hex), 16);
    return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
  });
}
