import type { Condition } from "../condition.ts";
import type { Report } from "../problem.ts";
import { quote } from "../quote.ts";
import type { Span } from "../source.ts";
import type { ScalarNode } from "../yaml/node.ts";
import { matchGlob } from "./matchGlob.ts";
import { comes, fail, type Parser, peek, spanOf, take, unexpected } from "./parser.ts";
import { type Token, tokenize } from "./tokens.ts";

const maxDepth = 64;

type Parse = (parser: Parser) => Condition | undefined;

/**
 * Parses a condition over the selections `names`; undefined if its syntax is wrong, which has then been reported.
 *
 * Whether the names and globs exist is left to the checks: until then a name may be unknown and a quantifier's `names` empty.
 * `not` binds closer than `and`, `and` closer than `or`, all in any letter case. `all`, `any`, `of`, `them` and numbers are words
 * of the language only where one can stand: a selection may have such a name.
 *
 * @see Sigma 2.1, "Condition"
 */
export function parseCondition(scalar: ScalarNode, names: readonly string[], report: Report): Condition | undefined {
  const parser: Parser = { scalar, tokens: tokenize(scalar.text), names, report, next: 0, depth: 0 };
  if (peek(parser).kind === "end") return fail(parser, "empty-condition", scalar.span, "the condition is empty");
  const condition = parseOr(parser);
  if (!condition || peek(parser).kind === "end") return condition;
  return unexpected(parser, "`and` or `or`");
}

const parseOr: Parse = (parser) => parseChain(parser, "or", parseAnd);
const parseAnd: Parse = (parser) => parseChain(parser, "and", parseNot);

function parseChain(parser: Parser, kind: "and" | "or", parseOperand: Parse): Condition | undefined {
  const first = parseOperand(parser);
  if (!first) return undefined;
  const operands = [first];
  while (comes(parser, kind)) {
    take(parser);
    const operand = parseOperand(parser);
    if (!operand) return undefined;
    operands.push(operand);
  }
  if (operands.length === 1) return first;
  return { kind, operands, span: cover(first.span, operands.at(-1)?.span ?? first.span) };
}

function parseNot(parser: Parser): Condition | undefined {
  if (!comes(parser, "not")) return parsePrimary(parser);
  const start = spanOf(parser, peek(parser));
  const operand = parseDeeper(parser, parseNot);
  return operand && { kind: "not", operand, span: cover(start, operand.span) };
}

function parsePrimary(parser: Parser): Condition | undefined {
  if (comes(parser, "(")) return parseGroup(parser);
  if (peek(parser).kind !== "word" || comes(parser, "and") || comes(parser, "or")) {
    return unexpected(parser, "a selection");
  }
  const word = take(parser);
  if (comes(parser, "of")) return parseQuantifier(parser, word);
  const span = spanOf(parser, word);
  if (!word.text.includes("*")) return { kind: "selection", name: word.text, span };
  return fail(
    parser,
    "unexpected-token",
    span,
    `the pattern ${quote(word.text)} needs \`1 of\` or \`all of\` before it`,
  );
}

function parseGroup(parser: Parser): Condition | undefined {
  const opening = spanOf(parser, peek(parser));
  const inner = parseDeeper(parser, parseOr);
  if (!inner) return undefined;
  if (comes(parser, ")")) {
    take(parser);
    return inner;
  }
  if (peek(parser).kind !== "end") return unexpected(parser, "`and`, `or` or `)`");
  return fail(parser, "unclosed-parenthesis", opening, "this parenthesis is never closed");
}

/** `1 of selection_*`, where `1` has been taken. */
function parseQuantifier(parser: Parser, quantity: Token): Condition | undefined {
  const count = countOf(quantity.word);
  if (count === undefined) {
    const message = `expected a number, \`any\` or \`all\` before \`of\`, not ${quote(quantity.text)}`;
    return fail(parser, "unexpected-token", spanOf(parser, quantity), message);
  }
  take(parser);
  if (peek(parser).kind !== "word") return unexpected(parser, "a pattern or `them`");
  const target = take(parser);
  const span = cover(spanOf(parser, quantity), spanOf(parser, target));
  return { kind: "quantifier", count, glob: target.text, names: matchGlob(target.text, parser.names), span };
}

function countOf(word: string): number | "all" | undefined {
  if (word === "all") return "all";
  if (word === "any") return 1;
  return /^[0-9]+$/.test(word) ? Number(word) : undefined;
}

/** Takes one token and parses what follows it, one level deeper. */
function parseDeeper(parser: Parser, parse: Parse): Condition | undefined {
  if (parser.depth === maxDepth) {
    const message = `parentheses and \`not\` are nested more than ${maxDepth} deep`;
    return fail(parser, "condition-too-deep", spanOf(parser, peek(parser)), message);
  }
  take(parser);
  parser.depth++;
  const condition = parse(parser);
  parser.depth--;
  return condition;
}

const cover = (first: Span, last: Span): Span => ({ start: first.start, end: last.end });
