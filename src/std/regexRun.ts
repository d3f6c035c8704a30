import type { RegexTree } from "./regexTree.ts";

/** A search for so many characters in a row, whatever they are. */
export interface RegexRun {
  readonly length: number;
  /** Whether a line break is one of them. */
  readonly isAll: boolean;
}

/** The run that is all an expression asks for, as `.{1000,}` does, of which an engine would keep a thousand states. */
export function runOf(tree: RegexTree): RegexRun | undefined {
  switch (tree.kind) {
    case "capture":
      return runOf(tree.operand);
    case "repeat": {
      const { isAll } = oneDot(tree.operand) ?? {};
      return isAll === undefined ? undefined : { length: tree.min, isAll };
    }
    case "empty":
    case "one":
    case "dot":
    case "sequence":
    case "choice":
      return undefined;
  }
}

/** Whether the text has the run; it counts code points. */
export function hasRun({ length, isAll }: RegexRun, text: string): boolean {
  let run = 0;
  if (length === 0) return true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    run = code === lineFeed && !isAll ? 0 : run + 1;
    if (run === length) return true;
  }
  return false;
}

const lineFeed = 10;

const oneDot = (tree: RegexTree): { readonly isAll: boolean } | undefined =>
  tree.kind === "capture" ? oneDot(tree.operand) : tree.kind === "dot" ? tree : undefined;
