import { quote, spanWithin } from "../../../sigma/index.ts";
import { conditionCheck } from "../../check.ts";
import { rules } from "../../links.ts";

export const extendedQuantifier = conditionCheck({
  code: "extended-quantifier",
  explanation: "Sigma has `1 of` and `all of` only: other tools refuse `2 of`, and some `any of`.",
  link: rules("condition"),
  *find({ scalar }) {
    for (const [found, index] of quantities(scalar.text)) {
      const span = spanWithin(scalar, index, index + found.length);
      const hint = /^any/i.test(found) ? "write `1 of`" : "write out which selections go together";
      yield { span, message: `Sigma has no ${quote(found)}`, hint };
    }
  },
});

function* quantities(text: string): Iterable<readonly [found: string, index: number]> {
  for (const { 0: found, 1: quantity = "", index } of text.matchAll(/(?<![\w*-])(any|\d+)\s+of(?=\s)/gi)) {
    if (quantity !== "1") yield [found, index];
  }
}
