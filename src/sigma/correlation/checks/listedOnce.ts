import type { Check } from "../../checks/check.ts";
import { readList } from "../../metadata/readMetadata.ts";
import { problem } from "../../problem.ts";
import { quote } from "../../quote.ts";
import type { MapNode } from "../../yaml/node.ts";

/** A rule or a field is listed once. @see Sigma 2.1, "Correlation rules": `rules` and `group-by` are unique */
export const listedOnce: Check<MapNode> = function* (section) {
  for (const key of ["rules", "group-by"]) {
    const seen = new Set<string>();
    for (const { text, span } of readList(section, key)) {
      if (seen.has(text)) yield problem("duplicate-item", span, `${quote(text)} is in \`${key}\` already`);
      seen.add(text);
    }
  }
};
