import { problem } from "../problem.ts";
import { quote } from "../quote.ts";
import { statuses } from "../metadata.ts";
import { suggest } from "../suggest.ts";
import { type MapNode, valueOf } from "../yaml/node.ts";
import type { Check } from "./check.ts";

const known: ReadonlySet<string> = new Set(statuses);

/** @see Sigma 2.1, "Status" */
export const knownStatus: Check<MapNode> = function* (document) {
  const value = valueOf(document, "status");
  if (value?.kind !== "scalar" || value.type !== "string" || known.has(value.text)) return;
  const hint = suggest(value.text, statuses) ?? `one of ${statuses.join(", ")}`;
  yield problem("unknown-status", value.span, `there is no status ${quote(value.text)}`, hint);
};
