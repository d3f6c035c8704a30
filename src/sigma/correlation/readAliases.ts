import type { Correlation } from "../correlation.ts";
import { isString } from "../metadata/keys.ts";
import type { Located } from "../metadata.ts";
import { readList } from "../metadata/readMetadata.ts";
import { problem, type Report } from "../problem.ts";
import { quote } from "../quote.ts";
import { suggest } from "../suggest.ts";
import { type Entry, type MapNode, valueOf } from "../yaml/node.ts";
import { boundsOf } from "./section.ts";

/** Reads the field names of `aliases`; what is wrong in it is reported. @see Sigma 2.1, "Correlation rules", "Field Name Aliases" */
export function readAliases(section: MapNode, rules: readonly Located[], report: Report): Correlation["aliases"] {
  const aliases = valueOf(section, "aliases");
  if (aliases?.kind !== "map") return new Map();
  const bounds = boundsOf(section);
  const used = [...readList(section, "group-by"), ...(bounds ? readList(bounds, "field") : [])].map(({ text }) => text);
  const names = rules.map(({ text }) => text);
  return new Map(
    aliases.entries.map(({ key, value }) => {
      if (!used.includes(key.text)) {
        const message = `nothing groups by the alias ${quote(key.text)}`;
        report(problem("unused-alias", key.span, message, suggest(key.text, used)));
      }
      if (value.kind === "map") return [key.text, readFields(value.entries, names, report)];
      report(problem("wrong-type", value.span, "an alias is a map from rules to their fields"));
      return [key.text, new Map()];
    }),
  );
}

function readFields(entries: readonly Entry[], names: readonly string[], report: Report): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const { key, value } of entries) {
    if (!names.includes(key.text)) {
      const message = `${quote(key.text)} is not among \`rules\``;
      report(problem("unlisted-rule", key.span, message, suggest(key.text, names)));
    }
    if (value.kind === "scalar" && isString(value)) fields.set(key.text, value.text);
    else report(problem("wrong-type", value.span, "a field's name is a string"));
  }
  return fields;
}
