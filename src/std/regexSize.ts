import type { RegexTree } from "./regexTree.ts";

/** How many instructions the engine has at most for an expression of this tree, once its repetitions are unfolded. */
export function sizeOf(tree: RegexTree): number {
  switch (tree.kind) {
    case "empty":
    case "one":
    case "dot":
      return 1;
    case "sequence":
      return sum(tree.operands);
    case "choice":
      return sum(tree.operands) + tree.operands.length - 1;
    case "capture":
      return sizeOf(tree.operand) + 2;
    case "repeat":
      return sizeOfRepeat(sizeOf(tree.operand), tree.min, tree.max);
  }
}

const sum = (operands: readonly RegexTree[]): number => operands.reduce((total, operand) => total + sizeOf(operand), 0);

/** Each copy has its own instructions, each that may be left out one more. */
function sizeOfRepeat(operand: number, min: number, max: number): number {
  if (max === Infinity) return Math.max(1, min) * operand + 2;
  return Math.max(1, max * operand + (max - min));
}
