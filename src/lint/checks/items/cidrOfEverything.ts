import { itemCheck } from "../../check.ts";
import { has } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

export const cidrOfEverything = itemCheck({
  code: "cidr-of-everything",
  explanation: "A network holds every address of its family.",
  link: modifiers("ip-internet-protocol-modifiers"),
  *find(item) {
    if (!has(item, "cidr")) return;
    for (const { span, alternatives } of item.values) {
      if (!alternatives.some((pattern) => pattern.kind === "cidr" && pattern.prefixLength === 0)) continue;
      yield {
        span,
        message: "this network holds every address of its family",
        hint: "ask with `exists` for the field",
      };
    }
  },
});
