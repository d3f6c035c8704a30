/** Whether a text has any of the needles, however many they are: in time that grows with the text alone. */
type FindAny = (text: string) => boolean;

export function startsWithAny(needles: Iterable<string>): FindAny {
  const trie = makeTrie(needles);
  return (text) => {
    let node: number | undefined = 0;
    for (let at = 0; node !== undefined; at += 1) {
      if (trie.isEnd[node]) return true;
      node = at < text.length ? childOf(trie, node, text.charCodeAt(at)) : undefined;
    }
    return false;
  };
}

export function endsWithAny(needles: Iterable<string>): FindAny {
  const matches = startsWithAny(Array.from(needles, reverse));
  return (text) => matches(reverse(text));
}

/** By the automaton of Aho and Corasick (1975): where a needle breaks off, the search goes on with what has been read of the next. */
export function containsAny(needles: Iterable<string>): FindAny {
  const trie = makeTrie(needles);
  const fails = failsOf(trie);
  return (text) => {
    let node = 0;
    for (let at = 0; at < text.length && !trie.isEnd[node]; at += 1) {
      node = follow(trie, fails, node, text.charCodeAt(at));
    }
    return trie.isEnd[node] === true;
  };
}

/** Nodes are numbered in the order in which they are made; 0 is the root. */
interface Trie {
  /** From a node and a UTF-16 unit, as one number, to the child. */
  readonly children: Map<number, number>;
  /** Whether a needle ends here; it needs no children then. */
  readonly isEnd: boolean[];
  readonly parents: number[];
  readonly units: number[];
  readonly depths: number[];
}

function makeTrie(needles: Iterable<string>): Trie {
  const trie: Trie = { children: new Map(), isEnd: [false], parents: [0], units: [0], depths: [0] };
  for (const needle of needles) {
    let node = 0;
    for (let at = 0; at < needle.length && !trie.isEnd[node]; at += 1) {
      const unit = needle.charCodeAt(at);
      node = childOf(trie, node, unit) ?? addChild(trie, node, unit);
    }
    trie.isEnd[node] = true;
  }
  return trie;
}

const childOf = ({ children }: Trie, node: number, unit: number): number | undefined =>
  children.get(node * 0x10000 + unit);

function addChild(trie: Trie, node: number, unit: number): number {
  const child = trie.isEnd.push(false) - 1;
  trie.children.set(node * 0x10000 + unit, child);
  trie.parents.push(node);
  trie.units.push(unit);
  trie.depths.push((trie.depths[node] ?? 0) + 1);
  return child;
}

/** For each node the one of the longest needle's beginning that ends as it does; a needle that ends there ends here too. */
function failsOf(trie: Trie): Int32Array {
  const { parents, units, depths, isEnd } = trie;
  const fails = new Int32Array(parents.length);
  const byDepth = Int32Array.from(parents.keys()).sort((one, other) => (depths[one] ?? 0) - (depths[other] ?? 0));
  for (const node of byDepth) {
    const parent = parents[node] ?? 0;
    if (parent !== 0) fails[node] = follow(trie, fails, fails[parent] ?? 0, units[node] ?? 0);
    if (isEnd[fails[node] ?? 0]) isEnd[node] = true;
  }
  return fails;
}

function follow(trie: Trie, fails: Int32Array, from: number, unit: number): number {
  let node = from;
  let next = childOf(trie, node, unit);
  while (next === undefined && node !== 0) {
    node = fails[node] ?? 0;
    next = childOf(trie, node, unit);
  }
  return next ?? 0;
}

const reverse = (text: string): string => text.split("").reverse().join("");
