import type { Span } from "../../sigma/index.ts";
import type { RuleSubject } from "../check.ts";
import { entryIn, placeOf } from "./entries.ts";

/** The place of a name in the `logsource`. */
export function logsourcePlace(subject: RuleSubject, key: "category" | "product" | "service"): Span {
  const logsource = entryIn(subject.documents, "logsource")?.value;
  const name = logsource?.kind === "map" ? entryIn([logsource], key)?.value : undefined;
  return name?.span ?? placeOf(subject, "logsource");
}
