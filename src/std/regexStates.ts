/** The states that a search has met, and where each symbol leads from them. */
export interface RegexStates {
  /** At `row + symbol` stands the row of the next state, or `unknown`, or another number below 0. Replaced as it grows. */
  rows: Int32Array;
  /** A row has so many symbols. */
  readonly symbols: number;
  /** The row of a state, which is kept from now on; `unknown` if there is no room for it. The first one has row 0. */
  readonly rowOf: (state: Int32Array) => number;
  /** Puts the state of a row into `state`. */
  readonly read: (row: number, state: Int32Array) => void;
}

export const unknown = -1;

interface Sizes {
  /** The length of a state. */
  readonly width: number;
  /** How many symbols a row has. */
  readonly symbols: number;
  readonly maxStates: number;
}

/** No state is kept yet. */
export function keepStates({ width, symbols, maxStates }: Sizes): RegexStates {
  let kept = 0;
  let room = Math.min(maxStates, 16);
  let values = new Int32Array(room * width);
  /** The state before with the same hash, by number. */
  let earlier = new Int32Array(room);
  const latest = new Map<number, number>();

  const isAt = (number: number, state: Int32Array): boolean => {
    for (let at = 0; at < width; at += 1) if (values[number * width + at] !== state[at]) return false;
    return true;
  };
  const grow = (): void => {
    room = Math.min(maxStates, 2 * room);
    values = enlarge(values, room * width, 0);
    earlier = enlarge(earlier, room, 0);
    states.rows = enlarge(states.rows, room * symbols, unknown);
  };
  const states: RegexStates = {
    rows: new Int32Array(room * symbols).fill(unknown),
    symbols,
    rowOf: (state) => {
      const hash = hashOf(state);
      const last = latest.get(hash) ?? unknown;
      for (let number = last; number !== unknown; number = earlier[number] ?? unknown) {
        if (isAt(number, state)) return number * symbols;
      }
      if (kept === maxStates) return unknown;
      if (kept === room) grow();
      values.set(state, kept * width);
      earlier[kept] = last;
      latest.set(hash, kept);
      kept += 1;
      return (kept - 1) * symbols;
    },
    read: (row, state) => {
      const start = (row / symbols) * width;
      for (let at = 0; at < width; at += 1) state[at] = values[start + at] ?? 0;
    },
  };
  return states;
}

function enlarge(values: Int32Array, length: number, rest: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(values);
  return rest === 0 ? larger : larger.fill(rest, values.length);
}

/** FNV-1a, a word at a time, and mixed once more, as the upper bits of a word reach the lower ones of the product in no other way. */
function hashOf(state: Int32Array): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < state.length; at += 1) {
    hash = Math.imul(hash ^ (state[at] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}
