import { foldUnits } from "../../../std/index.ts";
import type { Content, Scan } from "./scan.ts";
import { makeUnitTable } from "./unitTable.ts";

/** `whole` if it must be all of the value. */
export interface End extends Content {
  readonly whole: boolean;
}

/**
 * Finds which texts a value starts or ends with, or is equal to: a trie walked from that end of the value.
 *
 * A walk stops after the few characters that tell values apart, however many texts there are and however long the value is.
 *
 * @param ends folded, without surrogate halves
 */
export function scanEnds(from: "start" | "end", ends: readonly End[]): Scan {
  const { table, partial, whole } = makeTrie(from, ends);
  const folded = foldUnits();
  return (value, found) => {
    const length = value.length;
    let node = 0;
    for (let at = 0; ; at += 1) {
      const partialNumber = partial[node] ?? -1;
      if (partialNumber >= 0) found(partialNumber);
      if (at === length) {
        const wholeNumber = whole[node] ?? -1;
        if (wholeNumber >= 0) found(wholeNumber);
        return;
      }
      const unit = value.charCodeAt(from === "end" ? length - 1 - at : at);
      node = table.get(node, folded[unit] ?? 0);
      if (node === 0) return;
    }
  };
}

function makeTrie(from: "start" | "end", ends: readonly End[]) {
  const children: Map<number, number>[] = [];
  const partial: number[] = [];
  const whole: number[] = [];
  const addNode = (): number => {
    partial.push(-1);
    whole.push(-1);
    return children.push(new Map<number, number>()) - 1;
  };
  const childOf = (node: number, unit: number): number => {
    const known = children[node]?.get(unit);
    if (known !== undefined) return known;
    const child = addNode();
    children[node]?.set(unit, child);
    return child;
  };
  const root = addNode();
  for (const { text, whole: isWhole, number } of ends) {
    let node = root;
    for (let at = 0; at < text.length; at += 1) {
      node = childOf(node, text.charCodeAt(from === "end" ? text.length - 1 - at : at));
    }
    (isWhole ? whole : partial)[node] = number;
  }
  const edges = children.flatMap((units, node) => Array.from(units, ([unit, next]) => [node, unit, next] as const));
  return { table: makeUnitTable(edges), partial: Int32Array.from(partial), whole: Int32Array.from(whole) };
}
