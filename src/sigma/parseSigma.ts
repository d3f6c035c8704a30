import type { Correlation } from "./correlation.ts";
import { limitWork } from "./documents/limitWork.ts";
import { resolveActions, type WholeDocument } from "./documents/resolveActions.ts";
import type { Filter } from "./filter.ts";
import { type Problem, problem, type Report } from "./problem.ts";
import { readCorrelation } from "./readCorrelation.ts";
import { readFilter } from "./readFilter.ts";
import { readRule } from "./readRule.ts";
import type { Rule } from "./rule.ts";
import type { Source, Span } from "./source.ts";
import type { YamlDocument } from "./yaml/document.ts";
import type { MapNode, Node } from "./yaml/node.ts";
import { parseYaml } from "./yaml/parseYaml.ts";

/** What a text of Sigma documents holds, each kind in the order of the text. What has an error is not in it. */
export interface ParsedSigma {
  readonly rules: readonly Rule[];
  readonly filters: readonly Filter[];
  readonly correlations: readonly Correlation[];
  /** In the order of the text. An error belongs to a document that gave nothing, or to the text as a whole. */
  readonly problems: readonly Problem[];
}

const maxProblems = 1_000;

/**
 * Reads the Sigma documents of a text, each on its own: a mistake in one leaves the others. Only an `action: global` or
 * `repeat` that cannot be read takes those with it that depend on it.
 *
 * Never throws, whatever the text is. A text without any document is a problem too.
 */
export function parseSigma({ text }: Source): ParsedSigma {
  const documents = parseYaml(text).filter((document) => !isEmpty(document));
  const rules: Rule[] = [];
  const filters: Filter[] = [];
  const correlations: Correlation[] = [];
  const found: Problem[] = documents.length === 0 ? [noDocument] : [];
  for (const document of limitWork(resolveActions(documents, text))) {
    const { result, problems } = readDocument(document);
    for (const each of problems) found.push(each);
    if (result?.kind === "rule") rules.push(result);
    else if (result?.kind === "filter") filters.push(result);
    else if (result) correlations.push(result);
  }
  return { rules, filters, correlations, problems: limit(inOrder(found)) };
}

const noDocument = problem("no-document", { start: 0, end: 0 }, "there is no Sigma document here");

/** Two markers with nothing between them. */
const isEmpty = ({ root, problems }: YamlDocument): boolean =>
  problems.length === 0 && root?.kind === "scalar" && root.type === "null";

interface ReadDocument {
  readonly result?: Rule | Filter | Correlation | undefined;
  readonly problems: readonly Problem[];
}

function readDocument({ root, problems, span, base }: WholeDocument): ReadDocument {
  if (!root) return { problems };
  const found = [...problems];
  const result = readRoot(root, span, (next) => void found.push(next));
  if (!result || found.some(({ severity }) => severity === "error")) return { problems: found };
  return { problems: found, result: base && result.kind === "rule" ? { ...result, base } : result };
}

function readRoot(root: Node, span: Span, report: Report): ReadDocument["result"] {
  if (root.kind !== "map") {
    report(problem("invalid-document", root.span, "a Sigma document is a map of keys such as `title` and `detection`"));
    return undefined;
  }
  const [first, second] = root.entries.filter(({ key }) => sections.has(key.text));
  if (first && second) {
    const message = `a document has either \`${first.key.text}\` or \`${second.key.text}\``;
    report(problem("ambiguous-document", second.key.span, message, "put `---` between two documents"));
  }
  const read = sections.get(first?.key.text ?? "") ?? readRule;
  return read(root, span, report);
}

const sections = new Map<string, (document: MapNode, span: Span, report: Report) => ReadDocument["result"]>([
  ["detection", readRule],
  ["correlation", readCorrelation],
  ["filter", readFilter],
]);

/** In the order of the text. A mistake in a global document is one, however many rules have it. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < 2) return problems;
  const places = new Map(
    problems.map((found) => [[found.code, found.span.start, found.span.end, found.message].join(), found]),
  );
  return [...places.values()].toSorted((one, other) => one.span.start - other.span.start);
}

/** A text can be broken in more places than anybody reads. */
function limit(problems: readonly Problem[]): readonly Problem[] {
  const first = problems[maxProblems];
  if (!first) return problems;
  const message = `there are ${problems.length - maxProblems} problems more`;
  return [...problems.slice(0, maxProblems), problem("too-many-problems", first.span, message)];
}
