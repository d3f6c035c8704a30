import { type ProblemCode, problemCodes } from "./problemCodes.ts";
import type { Span } from "./source.ts";

/**
 * A mistake in a rule, which its author can fix. Collected, never thrown.
 *
 * A document with a problem of severity `error` gives no rule. `message` and `hint` are one clause each, without a full stop.
 */
export interface Problem<Code extends string = ProblemCode> {
  readonly code: Code;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint?: string;
  readonly span: Span;
}

/** A mistake whose place is not known yet. */
export type Fault = Pick<Problem, "code" | "message" | "hint">;

/** Where problems are collected. */
export type Report = (problem: Problem) => void;

export function problem(code: ProblemCode, span: Span, message: string, hint?: string): Problem {
  const { severity } = problemCodes[code];
  return { code, severity, message, ...(hint === undefined ? {} : { hint }), span };
}

export const problemAt = (span: Span, { code, message, hint }: Fault): Problem => problem(code, span, message, hint);
