import { expect, test } from "vitest";
import { anchorOfRule } from "../../../../src/engine/indexed/anchors/ruleAnchor.ts";
import { makeRule } from "../../matchRule.ts";

const anyField = () => true;

/** `field kind text`, one for each atom, or `always`. */
function anchor(detection: string): readonly string[] {
  const atoms = anchorOfRule(makeRule(detection), anyField)?.atoms;
  return atoms?.map(({ field = "keyword", kind, text }) => `${field} ${kind} ${text}`) ?? ["always"];
}

test.each([
  { detection: "s: { A: Abc }\ncondition: s", is: ["A equals abc"], because: "a value is a whole text, folded" },
  { detection: "s: { A|endswith: '\\x.exe' }\ncondition: s", is: ["A endswith \\x.exe"], because: "or an end" },
  {
    detection: "s: { A: 'long literal*b' }\ncondition: s",
    is: ["A startswith long literal"],
    because: "the best piece",
  },
  {
    detection: "s: { A: [abcdef, ghijkl] }\ncondition: s",
    is: ["A equals abcdef", "A equals ghijkl"],
    because: "any of the values",
  },
  {
    detection: "s: { A|contains|all: [ab, unusual text] }\ncondition: s",
    is: ["A contains unusual text"],
    because: "of all that must be there the rarest",
  },
  { detection: "s: { A: xyzzy, B: a }\ncondition: s", is: ["A equals xyzzy"], because: "of two fields one" },
  {
    detection: "s: { A: xyzzy }\nf: { B: y }\ncondition: s and not f",
    is: ["A equals xyzzy"],
    because: "not what must be absent",
  },
  { detection: "f: { B: y }\ncondition: not f", is: ["always"], because: "absence cannot be looked up" },
  { detection: "s: { A|exists: false }\ncondition: s", is: ["always"], because: "nor can it as a value" },
  { detection: "s: { A: null }\ncondition: s", is: ["always"], because: "nor as null" },
  { detection: "s: { A|neq: x }\ncondition: s", is: ["always"], because: "nor a difference" },
  { detection: "s: { A|cidr: 10.0.0.0/8 }\ncondition: s", is: ["A present "], because: "the field at least" },
  {
    detection: "s: { A|re: 'ab(cdefg|hij)k' }\ncondition: s",
    is: ["A contains abcdefgk", "A contains abhijk"],
    because: "an expression needs texts",
  },
  { detection: "s: { A|re: '\\d+' }\ncondition: s", is: ["A present "], because: "or none" },
  {
    detection: "s: { A: 4688 }\ncondition: s",
    is: ["A equals 4688", "A equalsNumber 4688"],
    because: "a number has spellings",
  },
  {
    detection: "s: { A: 'true', P: [200, 666, 777] }\ncondition: s",
    is: [
      "P equals 200",
      "P equalsNumber 200",
      "P equals 666",
      "P equalsNumber 666",
      "P equals 777",
      "P equalsNumber 777",
    ],
    because: "a common number is rarer than a common word",
  },
  {
    detection: "s: { A|startswith: 'C:\\Windows\\', B|startswith: 'C:\\Users\\Public\\' }\ncondition: s",
    is: ["B startswith c:\\users\\public\\"],
    because: "what many common texts start with is more common",
  },
  { detection: "s: [mimikatz]\ncondition: s", is: ["keyword contains mimikatz"], because: "a keyword is anywhere" },
  {
    detection: "a: { A: abcdef }\nb: { B: ghijkl }\nc: { C: mnopqr }\ncondition: 2 of *",
    is: ["A equals abcdef", "B equals ghijkl"],
    because: "where two of three hold, one of any two does",
  },
  {
    detection: "a: { A: abcdef }\nb: { B: null }\ncondition: 1 of *",
    is: ["always"],
    because: "one that cannot be looked up spoils an or",
  },
  {
    detection: "s: { A|windash|contains: ' -enc' }\ncondition: s",
    is: ["-", "/", "\u2013", "\u2014", "\u2015"].map((dash) => `A contains  ${dash}enc`),
    because: "each dash is a text",
  },
  {
    detection: "s: { A|contains: 'x\u{10400}unusual' }\ncondition: s",
    is: ["A contains unusual"],
    because: "letters beyond U+FFFF that have case are left out",
  },
])("$detection is looked up by $is: $because", ({ detection, is }) => {
  expect(anchor(detection).toSorted()).toEqual(is.toSorted());
});
