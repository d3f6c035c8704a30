import type { Derivation } from "./derivation.ts";

/** Fields that go by a second name besides their own: the name in Sigma -> the record's own, the better first. */
export const alsoCalled = (names: readonly (readonly [name: string, ...from: string[]])[]): readonly Derivation[] =>
  names.flatMap(([name, ...from]) => from.map((each) => ({ name, value: (fields) => fields.field(each) })));
