import type { Entry, MapNode } from "../../sigma/index.ts";
import type { OldRule } from "./oldRule.ts";
import { yamlScalar } from "./yamlText.ts";

/** What a rule is to become. */
export interface Rewriting {
  readonly title: string;
  /** Given to a rule that has nothing to be called by. */
  readonly name?: string;
  readonly condition: string;
  /** Keys that are left out. */
  readonly without: readonly string[];
}

/** The text of a rule with another title and condition, and without its `timeframe`. Everything else stays as it is written. */
export function rewriteRule(text: string, { document, detection }: OldRule, rewriting: Rewriting): string {
  const { title, name, condition, without } = rewriting;
  const blocks = document.entries.flatMap((entry) => {
    if (entry.key.text === "title") return `title: ${yamlScalar(title)}${name === undefined ? "" : `\nname: ${name}`}`;
    if (entry.key.text === "detection") return rewriteDetection(text, detection, condition);
    return without.includes(entry.key.text) ? [] : blockOf(text, document, entry);
  });
  return `${blocks.join("\n")}\n`;
}

/** What a rule says about itself, but for what names it. */
export function metadataOf(text: string, { document }: OldRule): string {
  const others = ["title", "id", "name", "related", "logsource", "detection", "fields"];
  const kept = document.entries.filter(({ key }) => !others.includes(key.text));
  return kept.map((entry) => `${blockOf(text, document, entry)}\n`).join("");
}

function rewriteDetection(text: string, detection: MapNode, condition: string): string {
  const used = new Set(condition.match(/[\w*-]+/g));
  const kept = detection.entries.filter(
    ({ key }) => key.text !== "condition" && key.text !== "timeframe" && isUsed(key.text, used),
  );
  const indent = " ".repeat(columnOf(text, detection.entries[0]?.key.span.start ?? 0));
  const blocks = kept.map((entry) => blockOf(text, detection, entry));
  return ["detection:", ...blocks, `${indent}condition: ${condition}`].join("\n");
}

/** A pattern or `them` may mean any selection. */
function isUsed(name: string, words: ReadonlySet<string>): boolean {
  return [...words].some((word) => {
    if (word.toLowerCase() === "them") return true;
    return word.includes("*") ? name.startsWith(word.slice(0, word.indexOf("*"))) : word === name;
  });
}

/** The lines from a key to the next one, with the comments between them. */
function blockOf(text: string, map: MapNode, entry: Entry): string {
  const next = map.entries[map.entries.indexOf(entry) + 1];
  const start = entry.key.span.start - columnOf(text, entry.key.span.start);
  const end = next ? next.key.span.start - columnOf(text, next.key.span.start) : endOf(text, entry.value.span.end);
  return text.slice(start, end).trimEnd();
}

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf("\n", offset - 1) + 1);

function endOf(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}
