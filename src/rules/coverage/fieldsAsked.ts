import { type EventKind, kindKey } from "../../event/index.ts";
import type { Rule } from "../../sigma/index.ts";
import { askedFields } from "./askedFields.ts";
import { rulesOfKind } from "./rulesOfKind.ts";

/** Gives the fields that any of these rules asks of events of a kind; worked out once for each kind. */
export function fieldsAsked(rules: Iterable<Rule>): (kind: EventKind) => ReadonlySet<string> {
  const rulesOf = rulesOfKind(rules);
  const byKind = new Map<string, ReadonlySet<string>>();
  return (kind) => {
    const key = kindKey(kind);
    const known = byKind.get(key);
    if (known !== undefined) return known;
    if (byKind.size >= mostKinds) byKind.clear();
    const asked = new Set(rulesOf(kind).flatMap(askedFields));
    byKind.set(key, asked);
    return asked;
  };
}

/** Senders choose what kinds there are. */
const mostKinds = 1_000;
