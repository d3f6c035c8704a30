import { bug } from "../../std/index.ts";
import { problem, type Report } from "../problem.ts";
import type { ProblemCode } from "../problemCodes.ts";
import { quote } from "../quote.ts";
import type { Span } from "../source.ts";
import type { ScalarNode } from "../yaml/node.ts";
import { spanWithin } from "../yaml/spanWithin.ts";
import type { Token } from "./tokens.ts";

/** How far the parser of a condition has come. */
export interface Parser {
  readonly scalar: ScalarNode;
  readonly tokens: readonly Token[];
  /** The rule's selections. */
  readonly names: readonly string[];
  readonly report: Report;
  next: number;
  depth: number;
}

/** There is always a token to come: the `end` is never taken. */
export const peek = ({ tokens, next }: Parser): Token => tokens[next] ?? bug("the end of a condition was taken");

export function take(parser: Parser): Token {
  const token = peek(parser);
  parser.next++;
  return token;
}

/** Whether the next token is this word, in any letter case. */
export const comes = (parser: Parser, word: string): boolean => peek(parser).word === word;

export const spanOf = ({ scalar }: Parser, { start, end }: Token): Span => spanWithin(scalar, start, end);

/** Reports that the next token is not what should stand there; `expected` is a noun. Always undefined: there is no condition. */
export function unexpected(parser: Parser, expected: string): undefined {
  const token = peek(parser);
  const span = spanOf(parser, token);
  if (token.kind === "end") {
    return fail(parser, "incomplete-condition", span, `the condition ends where ${expected} is expected`);
  }
  if (token.kind === "|") return failAtAggregation(parser, token);
  return fail(parser, "unexpected-token", span, `expected ${expected}, not ${quote(token.text)}`);
}

/** `| count() by User > 5`: dropped from Sigma in favour of correlation rules. */
function failAtAggregation({ scalar, report }: Parser, { start }: Token): undefined {
  const span = spanWithin(scalar, start, scalar.text.trimEnd().length);
  const hint = "write a correlation rule that counts what this rule finds";
  report(problem("deprecated-aggregation", span, "a condition has no aggregation any more", hint));
  return undefined;
}

export function fail({ report }: Parser, code: ProblemCode, span: Span, message: string): undefined {
  report(problem(code, span, message));
  return undefined;
}
