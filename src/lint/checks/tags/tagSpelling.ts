import { resolveTag } from "../../../attack/index.ts";
import { quote } from "../../../sigma/index.ts";
import { documentCheck } from "../../check.ts";
import { rules } from "../../links.ts";

export const tagSpelling = documentCheck({
  code: "tag-spelling",
  explanation: "A tag is not written in small letters, or with blanks or underscores in place of hyphens.",
  link: rules("tags"),
  *find({ rule }) {
    for (const { text, span } of rule.tags) {
      const spelling = spell(text);
      if (spelling === text || isReplaced(text)) continue;
      yield { span, message: `${quote(text)} is not how a tag is spelt`, hint: `write ${quote(spelling)}` };
    }
  },
});

/** What has been replaced is written anew. */
function isReplaced(tag: string): boolean {
  const meaning = resolveTag(tag);
  if (meaning.kind === "technique") return !tag.toUpperCase().endsWith(meaning.technique.id);
  return meaning.kind === "tactic" && meaning.tactics.length > 1;
}

/** D3FEND's names of artifacts have capitals of their own. */
function spell(tag: string): string {
  if (/^d3fend\.d3f-/.test(tag)) return tag.trim();
  return tag
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
}
