import { itemCheck } from "../../check.ts";
import { rules } from "../../links.ts";

const escapes = new Map(
  Array.from("\u0007\b\t\n\v\f\r\u001B").map((character, index) => [character, "abtnvfre"[index] ?? ""]),
);

export const controlCharacter = itemCheck({
  code: "control-character",
  explanation: "In double quotes a backslash before a letter has become a control character.",
  link: rules("yaml-file"),
  *find({ values }) {
    for (const { style, text, span } of values) {
      const [, character = ""] = style === "quoted" ? (/[\w:%.](\p{Cc})\w/u.exec(text) ?? []) : [];
      const letter = escapes.get(character);
      if (letter === undefined) continue;
      yield {
        span,
        message: `\`\\${letter}\` has become a control character`,
        hint: "write the value in single quotes",
      };
    }
  },
});
