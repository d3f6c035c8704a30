import { RE2JS } from "re2js";
import { compileRegex } from "./regex.ts";

/** What stands in place of a match: its whole text first, then its groups, a group without a part in it being undefined. */
export type Replacement = (groups: readonly (string | undefined)[]) => string;

/** A function that replaces every match in a text, or why there is none; see `compileRegex`. */
export type ReplacerResult =
  | {
      readonly ok: true;
      readonly replace: (text: string, by: Replacement) => string;
      readonly groupCount: number;
      /** The numbers of the groups that have a name. */
      readonly groupNames: ReadonlyMap<string, number>;
    }
  | { readonly ok: false; readonly reason: string };

/** Compiles a regular expression of the RE2 dialect, to replace what it matches: letter case counts, a dot is no line break. */
export function compileReplacer(source: string): ReplacerResult {
  const checked = compileRegex(source, { ignoreCase: false, multiline: false, dotAll: false });
  if (!checked.ok) return checked;
  const compiled = RE2JS.compile(source);
  const groupCount = compiled.groupCount();
  const groupNames = new Map(Object.entries(compiled.namedGroups()));
  const replace = (text: string, by: Replacement): string => {
    const matcher = compiled.matcher(text);
    let replaced = "";
    let end = 0;
    while (matcher.find()) {
      const groups = Array.from({ length: groupCount + 1 }, (_, group) => matcher.group(group) ?? undefined);
      replaced += text.slice(end, matcher.start()) + by(groups);
      end = matcher.end();
    }
    return replaced + text.slice(end);
  };
  return { ok: true, replace, groupCount, groupNames };
}
