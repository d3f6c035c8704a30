import { type Atom, has, inField, type Samples } from "./atom.ts";

/** A character of a value, or a wildcard. */
interface Token {
  readonly wildcard: boolean;
  readonly text: string;
}

interface Fill {
  readonly run: string;
  readonly one: string;
  readonly around: string;
}

/** What wildcards may stand for, and open ends: nothing, something, many lines and characters outside the basic plane. */
const fills: readonly Fill[] = [
  { run: "", one: "q", around: "" },
  { run: "x", one: "\n", around: " " },
  { run: "\r\ny\u2028z\n", one: "😀", around: "\r\n😀\n" },
];

/** Under `expand` every list has this one value. */
export const listed = "Listed value";

/** Texts, numbers in a text, and texts with dashes, as they are and in capital letters; and texts with more than there should be. */
export function textSamples(atom: Atom): Samples {
  const spellings = spell(atom, tokensOf(atom));
  const texts = spellings.flatMap((tokens) => fills.map((fill) => around(atom, write(tokens, fill), fill.around)));
  const shouted = texts.map((text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()));
  const matches = has(atom, "cased") ? texts : [...texts, ...shouted];
  return {
    matches: matches.map((text) => inField(atom, text)),
    misses: spellings.flatMap((tokens) => tooLong(atom, tokens)).map((text) => inField(atom, text)),
  };
}

export function tokensOf(atom: Atom): readonly Token[] {
  const text = has(atom, "expand") ? atom.value.text.replace(/%[\w-]+%/g, listed) : atom.value.text;
  return Array.from(text.matchAll(/\\([*?\\])|[*?]|[^]/gu), ([found, escaped]) => ({
    wildcard: escaped === undefined && /^[*?]$/.test(found),
    text: escaped ?? found,
  }));
}

const write = (tokens: readonly Token[], { run, one }: Fill): string =>
  tokens.map(({ wildcard, text }) => (wildcard ? (text === "*" ? run : one) : text)).join("");

/** Under `windash`: each sign of an option as each dash, alone, and all of them as the same. */
export function spell(atom: Atom, tokens: readonly Token[]): readonly (readonly Token[])[] {
  const signs = has(atom, "windash") ? tokens.flatMap((_, at) => (isSign(tokens, at) ? at : [])) : [];
  const choices = [...signs.map((at) => [at]), ...(signs.length > 1 ? [signs] : [])];
  const spelt = choices.flatMap((places) =>
    Array.from("-/–—―", (dash) => tokens.map((token, at) => (places.includes(at) ? { ...token, text: dash } : token))),
  );
  return [tokens, ...spelt];
}

const isWord = (token: Token | undefined): boolean =>
  token !== undefined && !token.wildcard && /^[\p{L}\p{N}_]$/u.test(token.text);

const isSign = (tokens: readonly Token[], at: number): boolean =>
  /^[-/–—―]$/.test(tokens[at]?.text ?? "") && !isWord(tokens[at - 1]) && isWord(tokens[at + 1]);

/** A text with something beside it at an end that is anchored, where no wildcard could take it. */
function tooLong(atom: Atom, tokens: readonly Token[]): readonly string[] {
  if (tokens.length === 0 || tokens.some(({ wildcard }) => wildcard) || opens(atom, "contains")) return [];
  const text = tokens.map((token) => token.text).join("");
  return [
    ...(opens(atom, "endswith") ? [] : [`\u00a7${text}`]),
    ...(opens(atom, "startswith") ? [] : [`${text}\u00a7`]),
  ];
}

/** Which ends the item leaves open. */
function opens(atom: Atom, modifier: "contains" | "endswith" | "startswith"): boolean {
  const isKeyword = atom.item.field === undefined && !atom.item.modifiers.some((name) => name.endsWith("with"));
  return isKeyword || has(atom, "contains") || has(atom, modifier);
}

const around = (atom: Atom, text: string, beside: string): string =>
  (opens(atom, "endswith") ? beside : "") + text + (opens(atom, "startswith") ? beside : "");
