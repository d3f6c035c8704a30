import { type Pattern, quote } from "../../../sigma/index.ts";
import { type Budget, covers, isWildcard, literalsOf, type Symbols, symbolsOf } from "../../meaning/covers.ts";
import { type Finding, itemCheck, type WrittenValue } from "../../check.ts";
import { rules } from "../../links.ts";

/** What one item may cost: some 50 ms. Of longer lists a part is compared. */
const maxSteps = 5_000_000;

export const subsumedValue = itemCheck({
  code: "subsumed-value",
  explanation: "A value of a list is found by another one already.",
  link: rules("lists"),
  *find({ values, linking }) {
    if (values.length < 2) return;
    const readied = values.flatMap((value) => ready(value) ?? []);
    const budget: Budget = { steps: maxSteps };
    for (const one of readied) {
      const other = readied.find((each) => isNeedless(one, each, linking, budget));
      if (other) yield finding(one.value, other.value, linking);
      if (budget.steps < 0) return;
    }
  },
});

interface Readied {
  readonly value: WrittenValue;
  readonly symbols: Symbols;
  /** Its literal text, and the longest piece of it that stands in one place. */
  readonly text: string;
  readonly longest: string;
  readonly literals: number;
  /** Its wildcards, in order. */
  readonly shape: string;
}

/** Values that the modifiers made several patterns of are not compared. */
function ready(value: WrittenValue): Readied | undefined {
  const [pattern, ...others] = value.alternatives;
  if (!isText(pattern) || others.length > 0) return undefined;
  const symbols = symbolsOf(pattern.parts, pattern.cased);
  const wildcards = symbols.filter(isWildcard);
  const { text, longest } = literalsOf(pattern.parts, pattern.cased);
  return { value, symbols, text, longest, literals: symbols.length - wildcards.length, shape: wildcards.join(" ") };
}

const isText = (pattern: Pattern | undefined): pattern is Extract<Pattern, { kind: "string" }> =>
  pattern?.kind === "string";

/** Linked by `or` the more special value is needless, by `and` the more general one. Equal values are duplicates. */
function isNeedless(one: Readied, other: Readied, linking: "any" | "all", budget: Budget): boolean {
  budget.steps -= 1;
  const [general, special] = linking === "any" ? [other, one] : [one, other];
  if (general.literals > special.literals || !special.text.includes(general.longest)) return false;
  if (general.literals === special.literals && general.shape === special.shape) return false;
  return covers(general.symbols, special.symbols, budget) && !covers(special.symbols, general.symbols, budget);
}

function finding({ span }: WrittenValue, { text }: WrittenValue, linking: "any" | "all"): Finding {
  const message =
    linking === "any" ? `what this finds, ${quote(text)} finds already` : `what has ${quote(text)} has this already`;
  return { span, message, hint: "leave this value out" };
}
