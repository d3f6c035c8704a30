import type { Pattern } from "../../sigma/index.ts";
import { anchorOfPattern } from "./anchors/patternAnchor.ts";
import { isPlain } from "./anchors/plainText.ts";
import { plainTextOf } from "./textList.ts";
import type { NumberedAtom } from "./texts/valueIndex.ts";

/** What can be looked up of a pattern for one field: it matches only where one of these holds. Undefined if nothing can. */
export function soughtAtoms(field: string, pattern: Pattern): readonly Omit<NumberedAtom, "number">[] | undefined {
  const plain = plainAtom(pattern);
  const atoms = plain ? [plain] : anchorOfPattern(field, pattern)?.atoms;
  return atoms?.every(({ kind }) => kind !== "present") === true ? atoms : undefined;
}

/** A pattern that is a text without regard to case, in one place of the value: an index answers it exactly. */
export function plainAtom(pattern: Pattern): Omit<NumberedAtom, "number"> | undefined {
  if (pattern.kind !== "string" || pattern.cased) return undefined;
  const plain = plainTextOf(pattern);
  return plain === undefined || plain.text === "" || !isPlain(plain.text)
    ? undefined
    : { kind: plain.kind, text: plain.text };
}
