import { itemCheck } from "../../check.ts";
import { has, modifierPlace } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

interface Flag {
  readonly names: readonly string[];
  readonly needs: RegExp;
  readonly what: string;
}

const flags: readonly Flag[] = [
  { names: ["i", "ignorecase"], needs: /\p{Cased}/u, what: "no letter" },
  { names: ["m", "multiline"], needs: /[\^$]/, what: "neither `^` nor `$`" },
  { names: ["s", "dotall"], needs: /\./, what: "no `.`" },
];

export const regexFlagWithoutEffect = itemCheck({
  code: "regex-flag-without-effect",
  explanation: "A flag of a regular expression changes nothing in it.",
  link: modifiers("regular-expression"),
  *find(item) {
    if (!has(item, "re")) return;
    const expressions = item.values.map(({ text }) => withoutEscapes(text));
    for (const { names, needs, what } of flags) {
      const flag = item.modifiers.find((modifier) => names.includes(modifier));
      if (flag === undefined || expressions.some((expression) => needs.test(expression))) continue;
      const message = `\`${flag}\` changes nothing: there is ${what}`;
      yield { span: modifierPlace(item, flag), message, hint: "leave it out" };
    }
  },
});

/** Drops classes such as `\w`, literal metacharacters, and the `^` that negates a class; `\x41` may be a letter and stays. */
const withoutEscapes = (source: string): string => source.replaceAll(/\\[^xpP]/gs, "").replaceAll("[^", "[");
