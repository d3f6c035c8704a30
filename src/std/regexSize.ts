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
      return tree.operands.every(isOne) ? 1 : sum(tree.operands) + tree.operands.length - 1;
    case "capture":
      return sizeOf(tree.operand) + 2;
    case "repeat":
      return sizeOfRepeat(sizeOf(tree.operand), tree.min, tree.max);
  }
}

/** A choice of single characters is a class. */
const isOne = ({ kind }: RegexTree): boolean => kind === "one" || kind === "dot";

const sum = (operands: readonly RegexTree[]): number => operands.reduce((total, operand) => total + sizeOf(operand), 0);

/**
 * What reading and compiling an expression costs, in instructions: each class of Unicode as much as a hundred others, as it is a
 * table of hundreds of ranges. Of an expression that the engine does not take it is what reading alone may cost.
 */
export const costOf = (source: string, tree: RegexTree): number =>
  sizeOf(tree) + unicodeClass * (source.match(/\\[pP]/g)?.length ?? 0);

const unicodeClass = 100;

/** Each copy has its own instructions, each that may be left out one more. */
function sizeOfRepeat(operand: number, min: number, max: number): number {
  if (max === Infinity) return Math.max(1, min) * operand + 2;
  return Math.max(1, max * operand + (max - min));
}
