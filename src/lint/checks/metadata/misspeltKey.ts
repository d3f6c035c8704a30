import { closest } from "../../../std/index.ts";
import { type MapNode, quote } from "../../../sigma/index.ts";
import { type Finding, documentCheck } from "../../check.ts";
import { entryIn } from "../../subject/entries.ts";
import { rules } from "../../links.ts";

/** What Sigma knows, and other spellings of it. The author's own keys are free. */
const ruleKeys = [
  ...["title", "id", "name", "related", "taxonomy", "status", "description", "license", "references", "author"],
  ...[
    "date",
    "modified",
    "logsource",
    "detection",
    "fields",
    "falsepositives",
    "level",
    "tags",
    "scope",
    "action",
    "filter",
    "correlation",
    "generate",
  ],
];
const logsourceKeys = ["category", "product", "service", "definition"];
const detectionKeys = ["condition", "timeframe"];

export const misspeltKey = documentCheck({
  code: "misspelt-key",
  explanation: "A key that Sigma does not know is nearly one that it does.",
  link: rules("file-structure"),
  *find({ documents }) {
    const logsource = entryIn(documents, "logsource")?.value;
    const detection = entryIn(documents, "detection")?.value;
    for (const document of documents) yield* misspelt(document, ruleKeys);
    if (logsource?.kind === "map") yield* misspelt(logsource, logsourceKeys);
    if (detection?.kind === "map") yield* misspelt(detection, detectionKeys);
  },
});

function* misspelt({ entries }: MapNode, known: readonly string[]): Iterable<Finding> {
  const present = new Set(entries.map(({ key }) => key.text));
  for (const { key } of entries) {
    if (known.includes(key.text)) continue;
    const meant = meantBy(key.text, known);
    if (meant === undefined || present.has(meant)) continue;
    yield { span: key.span, message: `Sigma has no key ${quote(key.text)}`, hint: `did you mean \`${meant}\`?` };
  }
}

/** `false_positives` and `FalsePositives` are `falsepositives` with other joints. */
function meantBy(key: string, known: readonly string[]): string | undefined {
  const letters = key.toLowerCase().replace(/[^a-z]/g, "");
  return known.find((word) => word === letters) ?? closest(letters, known);
}
