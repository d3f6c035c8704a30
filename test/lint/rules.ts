/** The parts of a rule in which nothing is wrong, by key, in the usual order. */
const parts: Readonly<Record<string, string>> = {
  title: "Archive Tool With a Password",
  id: "8f0f0c65-2e69-4a0f-9d5c-0f4a4f0d7c11",
  status: "test",
  description: "An archive is made with a password, as before data leave the house.",
  references: "[https://example.org/archives]",
  author: "An author",
  date: "2026-05-04",
  tags: "[attack.collection, attack.t1560.001]",
  logsource: "{product: windows, category: process_creation}",
  detection: "{selection: {Image|endswith: '\\7z.exe'}, condition: selection}",
  falsepositives: "[Backups that are made by hand]",
  level: "medium",
};

/** A rule in which nothing is wrong but what the changes make so; a key without a value is left out. */
export function ruleWith(changes: Readonly<Record<string, string | undefined>>): string {
  const lines = Object.entries({ ...parts, ...changes });
  return lines.flatMap(([key, value]) => (value === undefined ? [] : `${key}: ${value}\n`)).join("");
}

/** A rule of one selection with one map. */
export const ruleOf = (items: string, changes: Readonly<Record<string, string>> = {}): string =>
  ruleWith({ ...changes, detection: `\n  selection:\n${indented(items, 4)}\n  condition: selection` });

/** A rule with a whole detection section. */
export const ruleWhere = (detection: string, changes: Readonly<Record<string, string>> = {}): string =>
  ruleWith({ ...changes, detection: `\n${indented(detection, 2)}` });

const indented = (text: string, by: number): string =>
  text
    .split("\n")
    .map((line) => " ".repeat(by) + line)
    .join("\n");
