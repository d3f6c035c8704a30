/** mulberry32: small, seeded, good enough. */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Next = (below: number) => number;

/** Letters whose case is anything but simple among them: Kelvin, long s, final sigma, dotted I, sharp s, ligatures. */
const letters = Array.from("abkKsS01 -\\/`.\n\u212aſσςΣİıßẞﬅ😀𐐀𐐨éÉ");

const atoms =
  String.raw`a|b|ab|k|K|s|S|0|1| |-|\\|/|\x60|\.|\n|.|\w|\W|\d|\s|\S|\b|\B|^|$|\A|\z|[ab]|[^ab]|[a-d]|[kK]|[Ss]|[\d-]|[]a]|[^]a]|[a\]b]|[[:alpha:]]|[[:^digit:]]|[a-]|\pL|\p{Greek}|\PN|\x{212a}|\x41|\101|\0|\Qa.b\E|\t|ſ|ς|Σ|İ|ß|😀|é|É|[é-ë]|[\x{1F600}-\x{1F603}]|x{|{1|a{,2}`.split(
    "|",
  );

const quantifiers = ["*", "+", "?", "*?", "+?", "??", "{0}", "{1}", "{2}", "{0,1}", "{1,3}", "{2,}", "{0,}", "{3}?"];

const pick = <Item>(next: Next, items: readonly Item[], otherwise: Item): Item =>
  items[next(items.length)] ?? otherwise;

/** Mostly sound expressions, some that are not. */
export function randomRegex(next: Next, depth = 3): string {
  const pieces = Array.from({ length: 1 + next(4) }, () => {
    const atom = depth > 0 && next(4) === 0 ? group(next, depth) : pick(next, atoms, "a");
    return next(3) === 0 ? atom + pick(next, quantifiers, "*") : atom;
  });
  return pieces.join(next(6) === 0 ? "|" : "");
}

function group(next: Next, depth: number): string {
  const opening = pick(next, ["(", "(?:", "(?i)(", "(?i:", "(?s:", "(?-i:", "(?<n>", "(?m)("], "(");
  const inner = Array.from({ length: 1 + next(3) }, () => randomRegex(next, depth - 1)).join("|");
  return `${opening}${inner})`;
}

/** A text of letters that the expressions are made of, or of the expression itself. */
export function randomText(next: Next, source: string): string {
  const own = Array.from(source);
  const from = next(2) === 0 ? letters : own;
  return Array.from({ length: next(12) }, () => pick(next, from, "a")).join("");
}
