import type { RuleEntry } from "./ruleEntry.ts";

/** Rules as YAML, for an import elsewhere. */
export interface RuleExport {
  /** Each rule's text, byte for byte: imported again they change nothing. */
  readonly files: readonly RuleFile[];
  /** The same as one text of many documents. */
  readonly yaml: string;
}

export interface RuleFile {
  /** Where the text came from, where that is the path of a YAML file and only this rule is of it; else after its identity. */
  readonly path: string;
  readonly content: string;
}

export function exportRules(entries: readonly RuleEntry[]): RuleExport {
  const sources = new Map<string, number>();
  for (const { source } of entries) sources.set(source, (sources.get(source) ?? 0) + 1);
  const taken = new Set<string>();
  const files = entries.map((entry) => {
    const path = pathOf(entry, sources.get(entry.source) === 1, taken);
    taken.add(path);
    return { path, content: entry.yaml };
  });
  return { files, yaml: joinTexts(entries) };
}

function pathOf({ source, identity }: RuleEntry, isOnly: boolean, taken: ReadonlySet<string>): string {
  if (isOnly && /\.ya?ml$/i.test(source) && !taken.has(source)) return source;
  const stem = identity.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_") || "rule";
  let path = `${stem}.yml`;
  for (let count = 2; taken.has(path); count++) path = `${stem}_${count}.yml`;
  return path;
}

/** What a rule's text says for all that follows (`action: global`) ends with it. */
function joinTexts(entries: readonly RuleEntry[]): string {
  const texts = entries.map(({ yaml, document }) => {
    const text = yaml.endsWith("\n") ? yaml : `${yaml}\n`;
    return document && "base" in document ? `${text}---\naction: reset\n` : text;
  });
  return texts.join("---\n");
}
