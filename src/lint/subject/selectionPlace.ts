import type { Span } from "../../sigma/index.ts";
import type { RuleSubject } from "../check.ts";
import { entryIn, placeOf } from "./entries.ts";

/** The place of a selection's name. */
export function selectionPlace(subject: RuleSubject, name: string): Span {
  for (const document of subject.documents) {
    const detection = entryIn([document], "detection")?.value;
    const key = detection?.kind === "map" ? entryIn([detection], name)?.key : undefined;
    if (key) return key.span;
  }
  return placeOf(subject, "detection");
}
