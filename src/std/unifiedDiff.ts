/** A text under the name that the difference calls it by. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A line, and whether both texts have it, the old one only or the new one only. */
interface Line {
  readonly mark: " " | "-" | "+";
  readonly text: string;
}

const contextLines = 3;
/** Texts that differ in more lines have nothing in common that is worth looking for. */
const mostEdits = 400;

/**
 * The difference of two texts by lines, in the unified form of `diff -u`; the empty text if there is none.
 *
 * Where they differ in more than 400 lines, what lies between the first and the last of these is replaced whole.
 */
export function unifiedDiff(old: NamedText, now: NamedText): string {
  if (old.text === now.text) return "";
  const hunks = hunksOf(diffLines(linesOf(old.text), linesOf(now.text)));
  return [`--- ${old.name}`, `+++ ${now.name}`, ...hunks, ""].join("\n");
}

/** A last line without a break is another one than with it. */
function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  const last = lines.pop();
  return last === "" || last === undefined ? lines : [...lines, `${last}\n\\ No newline at end of file`];
}

function diffLines(old: readonly string[], now: readonly string[]): readonly Line[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const same = (lines: readonly string[]) => lines.map((text): Line => ({ mark: " ", text }));
  const middle = diffMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return [...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))];
}

/**
 * The shortest way from one to the other, found by Myers' greedy algorithm: after so many edits, on each diagonal the furthest
 * place that can be reached.
 *
 * @see E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986)
 */
function diffMiddle(old: readonly string[], now: readonly string[]): readonly Line[] {
  const most = Math.min(mostEdits, old.length + now.length);
  const reached: Reached[] = [];
  let furthest: Reached = new Map([[1, 0]]);
  for (let edits = 0; edits <= most; edits++) {
    reached.push(furthest);
    const next = new Map(furthest);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = isDown(furthest, diagonal, edits) ? at(furthest, diagonal + 1) : at(furthest, diagonal - 1) + 1;
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= old.length && x - diagonal >= now.length) return walkBack(old, now, reached);
    }
    furthest = next;
  }
  return [...old.map((text): Line => ({ mark: "-", text })), ...now.map((text): Line => ({ mark: "+", text }))];
}

/** On each diagonal, old place less new place, the furthest old place. */
type Reached = ReadonlyMap<number, number>;

const at = (furthest: Reached, diagonal: number): number => furthest.get(diagonal) ?? -1;

/** Whether the next step on a diagonal is a line that is new, rather than one that is gone. */
const isDown = (furthest: Reached, diagonal: number, edits: number): boolean =>
  diagonal === -edits || (diagonal !== edits && at(furthest, diagonal - 1) < at(furthest, diagonal + 1));

function walkBack(old: readonly string[], now: readonly string[], reached: readonly Reached[]): readonly Line[] {
  const lines: Line[] = [];
  let [x, y] = [old.length, now.length];
  for (const [edits, furthest] of [...reached.entries()].reverse()) {
    const diagonal = x - y;
    const before = isDown(furthest, diagonal, edits) ? diagonal + 1 : diagonal - 1;
    const fromX = edits === 0 ? 0 : at(furthest, before);
    const fromY = edits === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) lines.push({ mark: " ", text: old[(y--, --x)] ?? "" });
    if (edits === 0) break;
    lines.push(x > fromX ? { mark: "-", text: old[--x] ?? "" } : { mark: "+", text: now[--y] ?? "" });
  }
  return lines.reverse();
}

/** The changed lines with those around them; changes that are near to each other share a hunk. */
function hunksOf(lines: readonly Line[]): readonly string[] {
  const changed = lines.flatMap(({ mark }, index) => (mark === " " ? [] : index));
  const groups: { start: number; end: number }[] = [];
  for (const index of changed) {
    const last = groups.at(-1);
    const [start, end] = [Math.max(0, index - contextLines), Math.min(lines.length, index + contextLines + 1)];
    if (last && start <= last.end) last.end = end;
    else groups.push({ start, end });
  }
  return groups.flatMap(({ start, end }) => [
    `@@ -${rangeOf(lines, "-", start, end)} +${rangeOf(lines, "+", start, end)} @@`,
    ...lines.slice(start, end).map(({ mark, text }) => mark + text),
  ]);
}

/** `first,count` in one of the texts, counted from 1; of no lines the line before them. */
function rangeOf(lines: readonly Line[], mark: "-" | "+", start: number, end: number): string {
  const count = (some: readonly Line[]) => some.filter((line) => line.mark === " " || line.mark === mark).length;
  const [before, within] = [count(lines.slice(0, start)), count(lines.slice(start, end))];
  return within === 1 ? String(before + 1) : `${within === 0 ? before : before + 1},${within}`;
}
