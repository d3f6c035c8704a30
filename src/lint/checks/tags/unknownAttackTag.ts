import { attackVersion, findTechnique, resolveTag, tactics } from "../../../attack/index.ts";
import { closest } from "../../../std/index.ts";
import { quote } from "../../../sigma/index.ts";
import { documentCheck } from "../../check.ts";
import { tags } from "../../links.ts";

/** Data sources, mitigations and assets, whose ids are not looked up. */
const otherObject = /^(?:ds|m|a)\d{4}$/;

export const unknownAttackTag = documentCheck({
  code: "unknown-attack-tag",
  explanation: "A tag names a tactic or technique that Enterprise ATT&CK does not have.",
  link: tags("namespace-attack"),
  *find({ rule }) {
    for (const { text, span } of rule.tags) {
      const [, name] = /^attack\.(.+)$/i.exec(text.trim()) ?? [];
      if (name === undefined || resolveTag(text).kind !== "unknown" || otherObject.test(name.toLowerCase())) continue;
      yield { span, message: `ATT&CK ${attackVersion} has no ${quote(name)}`, hint: hintFor(name) };
    }
  },
});

function hintFor(name: string): string | undefined {
  const [, parentId] = /^(t\d{4})\.\d+$/i.exec(name) ?? [];
  const parent = parentId === undefined ? undefined : findTechnique(parentId);
  if (parent) return `${parent.id}, ${parent.name}, has no such sub-technique`;
  if (/^t\d/i.test(name)) return "it may have been revoked; look for what covers it now";
  const shortNames = tactics.map(({ shortName }) => shortName);
  const meant = closest(name.replaceAll(/[\s_]+/g, "-"), shortNames);
  return meant === undefined ? `a tactic is one of ${shortNames.join(", ")}` : `did you mean \`attack.${meant}\`?`;
}
