/** Learns how long the rules take. The engine has no clock: who wants to know brings one. */
export interface Meter<Key> {
  /** In any unit, from any beginning. */
  readonly now: () => number;
  /** Told of each rule that is evaluated; what rules of equal logic took together is divided among them. */
  readonly spend: (key: Key, time: number) => void;
}
