import { type Atom, inField, type Samples } from "./atom.ts";

/** Numbers: as a number and as its text, in decimal and hexadecimal; not the next one. */
export function numberSamples(atom: Atom): Samples {
  const { text } = atom.value;
  const number = Number(text);
  if (atom.item.field === undefined) {
    const digits = [number, `a ${text} b`, text].map((value) => inField(atom, value));
    return { matches: digits, misses: [`1${text}`, `${text}1`].map((value) => inField(atom, value)) };
  }
  const hexadecimal = Number.isInteger(number) && number >= 0 ? [`0x${number.toString(16)}`] : [];
  return {
    matches: [number, text, text.toUpperCase(), String(number), ...hexadecimal].map((value) => inField(atom, value)),
    misses: [number + 1, `${text}1`, `${text} `, "", null].map((value) => inField(atom, value)),
  };
}

export function booleanSamples(atom: Atom): Samples {
  const isTrue = atom.value.text.toLowerCase() === "true";
  return {
    matches: [isTrue, String(isTrue), String(isTrue).toUpperCase()].map((value) => inField(atom, value)),
    misses: [!isTrue, String(!isTrue), Number(isTrue), ""].map((value) => inField(atom, value)),
  };
}

export const nullSamples = (atom: Atom): Samples => ({
  matches: [{}, inField(atom, null), inField(atom, [])],
  misses: ["", "x", 0, false].map((value) => inField(atom, value)),
});

export function existsSamples(atom: Atom): Samples {
  const there = [null, "", "x", 0].map((value) => inField(atom, value));
  return atom.value.text.toLowerCase() === "true" ? { matches: there, misses: [{}] } : { matches: [{}], misses: there };
}

export function fieldrefSamples(atom: Atom): Samples {
  const both = (one: string | null, other: string | null) => ({ ...inField(atom, one), [atom.value.text]: other });
  return {
    matches: [both("C:\\a b", "C:\\a b"), both("CORP\\bob", "corp\\BOB"), both("", "")],
    misses: [both("a", "b"), both("a", null), both(null, null), inField(atom, "a"), {}],
  };
}
