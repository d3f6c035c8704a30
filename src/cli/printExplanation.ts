import type { DimensionExplanation, Excerpt, Explanation, ExplanationNode, FieldExplanation } from "../engine/index.ts";

type Item = Extract<ExplanationNode, { kind: "item" }>;
type Value = Extract<ExplanationNode, { kind: "value" }>;

/**
 * An explanation for people: a line for each thing that was asked, before it `yes` or `no`.
 *
 * ```text
 *   logsource
 *     yes  product windows
 *   condition
 *     no   selection and not filter
 *     no     selection
 *     no       CommandLine|contains "whoami", the event has "cmd.exe"
 *     yes    not filter
 *     no       filter
 *     no         User "SYSTEM", the event has no such field
 * ```
 */
export function printExplanation({ logsource, conditions }: Explanation): readonly string[] {
  const asked = logsource.length > 0 ? logsource.map(printDimension) : ["    any event"];
  const printed = conditions.map((condition) => ["  condition", ...printNode(condition, 0)]);
  return ["  logsource", ...asked, ...printed.flat()];
}

function printDimension({ dimension, asked, had, holds }: DimensionExplanation): string {
  const instead = had.length > 0 ? had.map(clean).join(", ") : "none";
  return line(holds, 0, `${dimension} ${clean(asked)}${holds ? "" : `, the event has ${instead}`}`);
}

const line = (holds: boolean, depth: number, text: string): string =>
  `    ${holds ? "yes" : "no "}  ${"  ".repeat(depth)}${text}`;

function printNode(node: ExplanationNode, depth: number): readonly string[] {
  switch (node.kind) {
    case "and":
    case "or":
    case "not":
    case "quantifier":
      return [line(node.holds, depth, clean(node.text)), ...printParts(node, depth + 1)];
    case "selection":
      return [
        line(node.holds, depth, node.isRepeated ? `${node.name}, as above` : node.name),
        ...printParts(node, depth + 1),
      ];
    case "all":
    case "any":
      return printGroup(node, depth);
    case "item":
      return printItem(node, depth);
    case "value":
      return [line(node.holds, depth, printValue(node))];
  }
}

function printParts({ parts, omitted }: ExplanationNode, depth: number): readonly string[] {
  const more = omitted > 0 ? [`         ${"  ".repeat(depth)}and ${omitted} more`] : [];
  return [...parts.flatMap((part) => printNode(part, depth)), ...more];
}

/** A map of one field says nothing that the field does not. */
function printGroup(node: Extract<ExplanationNode, { kind: "all" | "any" }>, depth: number): readonly string[] {
  if (node.parts.length + node.omitted === 1) return printParts(node, depth);
  return [line(node.holds, depth, `${node.kind} of`), ...printParts(node, depth + 1)];
}

function printItem(item: Item, depth: number): readonly string[] {
  const name = [item.field ?? "keywords", ...item.modifiers].map(clean).join("|");
  const [only] = item.parts;
  const had = printField(item.had);
  if (only?.kind === "value" && item.parts.length + item.omitted === 1) {
    return [line(item.holds, depth, `${name} ${printValue(only)}, ${had}`)];
  }
  const linking = item.linking === "all" ? "all of" : "any of";
  return [line(item.holds, depth, `${name} ${linking}, ${had}`), ...printParts(item, depth + 1)];
}

function printValue({ pattern, found, other }: Value): string {
  const place = found?.field === undefined ? "" : ` in ${clean(found.field)} ${found.value ? quoted(found.value) : ""}`;
  const excerpt = place === "" && found?.value && isCut(found.value) ? ` in ${quoted(found.value)}` : "";
  const reference = other ? ` (of ${clean(other.field)} ${printField(other.had)})` : "";
  return `${quoted(pattern)}${place.trimEnd()}${excerpt}${reference}`;
}

function printField(field: FieldExplanation): string {
  switch (field.kind) {
    case "absent":
      return "the event has no such field";
    case "object":
      return "the event has fields below it, no value";
    case "everywhere":
      return `looked for in ${field.fields} fields`;
    case "values": {
      if (field.values.length === 0) return "the event has it without a value";
      const values = field.values.map((value) => (value.type === "string" ? quoted(value) : value.text));
      const more = field.omitted > 0 ? ` and ${field.omitted} more` : "";
      return `the event has ${values.join(", ")}${more}`;
    }
  }
}

const isCut = ({ text, length }: Excerpt): boolean => text.length < length;

const quoted = (excerpt: Excerpt): string =>
  `"${clean(excerpt.text)}"${isCut(excerpt) ? ` (${excerpt.text.length} of ${excerpt.length} characters)` : ""}`;

/** Text of rules and events must neither break the line nor steer the terminal. */
const clean = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Cs}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
