import { type Problem, problem, type Report } from "./problem.ts";
import { readRule } from "./readRule.ts";
import type { Rule } from "./rule.ts";
import type { Source, Span } from "./source.ts";
import { entryOf, type Node } from "./yaml/node.ts";
import { parseYaml, type YamlDocument } from "./yaml/parseYaml.ts";

/** What a text of Sigma documents holds. */
export interface ParsedSigma {
  /** The rules without an error, in the order of the text. */
  readonly rules: readonly Rule[];
  /** In the order of the text. An error belongs to a document that gave no rule, or to the text as a whole. */
  readonly problems: readonly Problem[];
}

const maxProblems = 1_000;

/**
 * Reads the Sigma documents of a text, each on its own: a mistake in one leaves the others.
 *
 * Never throws, whatever the text is. A text without any document is a problem too.
 */
export function parseSigma(source: Source): ParsedSigma {
  const documents = parseYaml(source.text).filter((document) => !isEmpty(document));
  const rules: Rule[] = [];
  const problems: Problem[] = [];
  for (const document of documents) {
    const { rule, found } = readDocument(document);
    for (const next of found.toSorted((one, other) => one.span.start - other.span.start)) problems.push(next);
    if (rule) rules.push(rule);
    if (isAction(document)) break;
  }
  if (documents.length === 0) problems.push(problem("no-document", start, "there is no Sigma document here"));
  return { rules, problems: limit(problems) };
}

const start: Span = { start: 0, end: 0 };

/** Two markers with nothing between them. */
const isEmpty = ({ root, problems }: YamlDocument): boolean =>
  problems.length === 0 && root?.kind === "scalar" && root.type === "null";

/** The documents that follow an `action` are not whole without it. */
const isAction = ({ root }: YamlDocument): boolean => root?.kind === "map" && entryOf(root, "action") !== undefined;

function readDocument({ root, problems, span }: YamlDocument): {
  readonly rule?: Rule;
  readonly found: readonly Problem[];
} {
  if (!root) return { found: problems };
  const found = [...problems];
  const report: Report = (next) => void found.push(next);
  const rule = readRoot(root, span, report);
  const isSound = found.every(({ severity }) => severity !== "error");
  return { found, ...(rule && isSound && { rule }) };
}

function readRoot(root: Node, span: Span, report: Report): Rule | undefined {
  if (root.kind !== "map") {
    report(problem("invalid-document", root.span, "a Sigma document is a map of keys such as `title` and `detection`"));
    return undefined;
  }
  for (const [key, message] of unsupported) {
    const entry = entryOf(root, key);
    if (!entry) continue;
    report(problem("unsupported-document", entry.key.span, message));
    return undefined;
  }
  return readRule(root, span, report);
}

const unsupported = [
  ["correlation", "correlation rules are not supported yet"],
  ["filter", "filters are not supported yet"],
  ["action", "`action` is not supported yet; the rest of the file depends on it and is not read"],
] as const;

/** A text can be broken in more places than anybody reads. */
function limit(problems: readonly Problem[]): readonly Problem[] {
  const first = problems[maxProblems];
  if (!first) return problems;
  const message = `there are ${problems.length - maxProblems} problems more`;
  return [...problems.slice(0, maxProblems), problem("too-many-problems", first.span, message)];
}
