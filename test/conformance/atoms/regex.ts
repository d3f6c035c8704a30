import { random } from "../../std/regexGenerator.ts";
import { sampleRegex } from "../../std/regexSample.ts";
import { type Atom, has, inField, type Samples } from "./atom.ts";

/** Regular expressions: texts made for each, of which JavaScript's own engine says whether they match. */
export function regexSamples(atom: Atom): Samples {
  const oracle = oracleOf(atom);
  const next = random(1);
  const made = Array.from({ length: 60 }, () => sampleRegex(atom.value.text, next));
  const texts = made.flatMap((text) => [
    text,
    `a ${text} b`,
    `a\n${text}\nb`,
    text.slice(1),
    text.slice(0, -1),
    text.toUpperCase(),
  ]);
  return {
    matches: texts.filter((text) => oracle.test(text)).map((text) => inField(atom, text)),
    misses: texts.filter((text) => !oracle.test(text)).map((text) => inField(atom, text)),
  };
}

/** An expression in use begins with `(?i)` or has no flags inside. */
function oracleOf(atom: Atom): RegExp {
  const source = atom.value.text.replace(/^\(\?i\)/, "");
  const ignoresCase = has(atom, "i") || source !== atom.value.text;
  return new RegExp(source, ignoresCase ? "i" : "");
}
