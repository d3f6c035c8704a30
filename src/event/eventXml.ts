import type { Json, JsonObject } from "../std/index.ts";

/** Whether a text has the XML of an event of Windows or of Sysmon for Linux. */
export function isEventXml(text: string): boolean {
  const at = text.indexOf("<Event");
  return at !== -1 && at < farthest && text.includes("<System>");
}

/** Before the XML a line of syslog has its header. */
const farthest = 300;

/**
 * Turns the XML of an event into the JSON that `evtx` reads: `{"Event":{"System":{..},"EventData":{"Data":[{"@Name","#text"}]}}}`.
 *
 * This is no XML parser: it reads what the event log writes, which has neither comments nor sections, and passes over the rest.
 */
export function readEventXml(text: string): JsonObject {
  const system = between(text, "<System>", "</System>");
  const data = between(text, "<EventData>", "</EventData>");
  const elements = Array.from(elementsOf(system), ({ tag, attributes, content }) => [
    tag,
    element(attributes, content),
  ]);
  const list = Array.from(elementsOf(data), ({ attributes, content }) => ({
    ...(attributes["Name"] !== undefined && { "@Name": attributes["Name"] }),
    "#text": content,
  }));
  return { Event: { System: Object.fromEntries(elements) as JsonObject, EventData: { Data: list } } };
}

function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  const to = from === -1 ? -1 : text.indexOf(end, from);
  return to === -1 ? "" : text.slice(from + start.length, to);
}

interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string;
}

const elementPattern = /<([A-Za-z]\w*)((?:\s+[\w:]+=(?:"[^"<]*"|'[^'<]*'))*)\s*(?:\/>|>([^<]*)<\/)/g;
const attributePattern = /([\w:]+)=(?:"([^"]*)"|'([^']*)')/g;

function* elementsOf(text: string): Generator<Element> {
  for (const [, tag = "", attributes = "", content = ""] of text.matchAll(elementPattern)) {
    const pairs = Array.from(attributes.matchAll(attributePattern), ([, name = "", double, single]) => [
      name,
      unescaped(double ?? single ?? ""),
    ]);
    yield { tag, attributes: Object.fromEntries(pairs) as Record<string, string>, content: unescaped(content) };
  }
}

function element(attributes: Readonly<Record<string, string>>, content: string): Json {
  if (Object.keys(attributes).length === 0) return content;
  return { "#attributes": { ...attributes }, ...(content !== "" && { "#text": content }) };
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (typeof name === "string") return entities[name.toLowerCase()] ?? whole;
    const code = typeof decimal === "string" ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
