import { relations } from "../metadata.ts";
import { problem } from "../problem.ts";
import { quote } from "../quote.ts";
import { suggest } from "../suggest.ts";
import { isString } from "../metadata/keys.ts";
import { entryOf, type MapNode, valueOf } from "../yaml/node.ts";
import type { Check } from "./check.ts";
import { missingKey } from "./requiredKeys.ts";

const known: ReadonlySet<string> = new Set(relations);

/** A related rule has an id, and a type that is one of Sigma's. @see Sigma 2.1, "Related" */
export const knownRelations: Check<MapNode> = function* (document) {
  const related = valueOf(document, "related");
  if (related?.kind !== "sequence") return;
  for (const item of related.items) {
    if (item.kind !== "map") continue;
    for (const key of ["id", "type"]) {
      if (!valueOf(item, key)) yield missingKey({ map: item, key, known: new Map() }, item.span);
    }
    const type = entryOf(item, "type")?.value;
    if (type?.kind !== "scalar" || !isString(type) || known.has(type.text)) continue;
    const hint = suggest(type.text, relations) ?? `one of ${relations.join(", ")}`;
    yield problem("unknown-relation", type.span, `there is no relation ${quote(type.text)}`, hint);
  }
};
