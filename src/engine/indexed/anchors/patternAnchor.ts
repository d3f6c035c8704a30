import type { Pattern, StringPart, StringPattern } from "../../../sigma/index.ts";
import { bug, canonicalNumber, fold, needsOfRegex } from "../../../std/index.ts";
import { type Anchor, type Atom, type AtomKind, cheaper, eitherOf } from "./atom.ts";
import { costOf } from "./atomCost.ts";
import { isPlain, plainPieces } from "./plainText.ts";

/** What must hold of a field for a pattern to match it; undefined if nothing can be looked up. */
export function anchorOfPattern(field: string | undefined, pattern: Pattern): Anchor | undefined {
  switch (pattern.kind) {
    case "string":
      return stringAnchor(field, pattern);
    case "number":
      return numberAnchor(field, pattern.text);
    case "boolean":
      return anchorOf({ field, kind: "equals", text: String(pattern.value) });
    case "regex": {
      const groups = needsOfRegex(pattern.source, pattern)?.literals ?? [];
      const anchors = groups.map((group) => eitherOf(group.map((text) => literalAnchor(field, "contains", text))));
      return anchors.reduce(cheaper, presence(field));
    }
    case "cidr":
    case "comparison":
    case "timePart":
    case "fieldref":
      return presence(field);
    case "exists":
      return undefined;
    case "null":
      return undefined;
    case "placeholder":
      return bug(`a rule waits for its lists: ${pattern.names.join(", ")}`);
  }
}

const anchorOf = (atom: Atom): Anchor => ({ atoms: [atom], cost: costOf(atom) });

const presence = (field: string | undefined): Anchor | undefined =>
  field === undefined ? undefined : anchorOf({ field, kind: "present", text: "" });

/** The number in any spelling, and the text as the rule has it. As a keyword it stands within a value. */
function numberAnchor(field: string | undefined, text: string): Anchor | undefined {
  const written = fold(text);
  if (field === undefined) return literalAnchor(field, "contains", written);
  const decimal = canonicalNumber(text);
  const spelt = literalAnchor(field, "equals", written);
  if (decimal === undefined || spelt === undefined) return spelt;
  return eitherOf([spelt, anchorOf({ field, kind: "equalsNumber", text: decimal })]);
}

/** Alternatives of one character each are written out up to so many texts. */
const mostSpellings = 25;

function stringAnchor(field: string | undefined, { parts }: StringPattern): Anchor | undefined {
  const folded = parts.map((part) => (part.kind === "literal" ? { ...part, text: fold(part.text) } : part));
  const spellings = spell(folded);
  return eitherOf(spellings.map((spelling) => spellingAnchor(field, spelling)));
}

type Spelling = readonly StringPart[];

/** Writes out what `windash` leaves open, as long as it is not too much. */
function spell(parts: Spelling): readonly Spelling[] {
  let spellings: readonly Spelling[] = [[]];
  for (const part of parts) {
    const choices = part.kind === "oneOf" ? part.characters.split("") : [];
    const next: readonly Spelling[] =
      choices.length > 0 && spellings.length * choices.length <= mostSpellings
        ? spellings.flatMap((spelling) => choices.map((text) => append(spelling, { kind: "literal", text })))
        : spellings.map((spelling) => append(spelling, part));
    spellings = next;
  }
  return spellings;
}

function append(spelling: Spelling, part: StringPart): Spelling {
  const last = spelling.at(-1);
  if (part.kind !== "literal" || last?.kind !== "literal") return [...spelling, part];
  return [...spelling.slice(0, -1), { kind: "literal", text: last.text + part.text }];
}

/** The best literal of a pattern; any of them must be there. */
function spellingAnchor(field: string | undefined, parts: Spelling): Anchor | undefined {
  if (parts.length === 0) return anchorOf({ field, kind: "equals", text: "" });
  let best = presence(field);
  for (const [index, part] of parts.entries()) {
    if (part.kind !== "literal") continue;
    best = cheaper(best, literalAnchor(field, placeOf(index, parts.length), part.text));
  }
  return best;
}

function placeOf(index: number, count: number): AtomKind {
  if (count === 1) return "equals";
  return index === 0 ? "startswith" : index === count - 1 ? "endswith" : "contains";
}

/** A piece of the text, where not all of it can be looked up. */
function literalAnchor(field: string | undefined, kind: AtomKind, text: string): Anchor | undefined {
  if (isPlain(text)) return text === "" && kind !== "equals" ? presence(field) : anchorOf({ field, kind, text });
  const pieces = plainPieces(text).map((piece) => anchorOf({ field, kind: "contains", text: piece }));
  return pieces.reduce(cheaper, presence(field));
}
