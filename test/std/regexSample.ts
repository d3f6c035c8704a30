type Next = (below: number) => number;

/** All that is printable in ASCII, and a letter that is not. */
const palette = [...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)), "é"];

const character = /\[\^?\]?(?:\\[^]|\[:\w+:\]|[^\]])*\]|\\[^]|[^]/uy;
const quantifier = /(?:([*+?])|\{(\d+)(?:(,)(\d+)?)?\})\??/y;

/** A text that an expression matches, but for what anchors and boundaries ask. Of the expressions in use it understands all. */
export function sampleRegex(source: string, next: Next): string {
  const reader = { source, at: 0, next };
  return sampleChoice(reader);
}

interface Reader {
  readonly source: string;
  readonly next: Next;
  at: number;
}

function sampleChoice(reader: Reader): string {
  const choices = [sampleSequence(reader)];
  while (reader.source[reader.at] === "|") {
    reader.at += 1;
    choices.push(sampleSequence(reader));
  }
  return choices[reader.next(choices.length)] ?? "";
}

function sampleSequence(reader: Reader): string {
  let text = "";
  while (reader.at < reader.source.length && !"|)".includes(reader.source.charAt(reader.at)))
    text += samplePiece(reader);
  return text;
}

/** What is repeated is read again each time, so that it is something else. */
function samplePiece(reader: Reader): string {
  const start = reader.at;
  let text = sampleAtom(reader);
  quantifier.lastIndex = reader.at;
  const found = quantifier.exec(reader.source);
  if (!found) return text;
  const end = quantifier.lastIndex;
  const count = countOf(found, reader.next);
  if (count === 0) text = "";
  for (let times = 1; times < count; times++) {
    reader.at = start;
    text += sampleAtom(reader);
  }
  reader.at = end;
  return text;
}

function countOf([, sign, min, comma, max]: RegExpExecArray, next: Next): number {
  const least = sign === "+" ? 1 : Number(min ?? 0);
  const most = sign === "?" ? 1 : comma === undefined && min !== undefined ? least : Number(max ?? least + 8);
  return least + next(most - least + 1);
}

function sampleAtom(reader: Reader): string {
  const { source, next } = reader;
  const group = /\((?:\?[ims]*([:)]))?/y;
  group.lastIndex = reader.at;
  const opened = group.exec(source);
  if (opened) {
    reader.at = group.lastIndex;
    if (opened[1] === ")") return "";
    const text = sampleChoice(reader);
    reader.at += 1;
    return text;
  }
  character.lastIndex = reader.at;
  const [atom = ""] = character.exec(source) ?? [];
  reader.at += Math.max(1, atom.length);
  if (/^(?:\\[bBAz]|[\^$])$/.test(atom)) return "";
  if (/^(?:\\[^\w]|[^\\.[])$/u.test(atom)) return atom.replace(/^\\/, "");
  const matching = new RegExp(`^${atom}$`);
  const able = palette.filter((one) => matching.test(one));
  return able[next(able.length)] ?? "\n";
}
