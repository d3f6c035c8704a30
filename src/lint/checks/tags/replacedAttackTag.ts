import { attackVersion, resolveTag } from "../../../attack/index.ts";
import { documentCheck } from "../../check.ts";
import { tags } from "../../links.ts";

export const replacedAttackTag = documentCheck({
  code: "replaced-attack-tag",
  explanation: "A tag names what ATT&CK has replaced.",
  link: tags("namespace-attack"),
  *find({ rule }) {
    for (const { text, span } of rule.tags) {
      const [, name] = /^attack\.(.+)$/i.exec(text.trim()) ?? [];
      const meaning = resolveTag(text);
      if (name === undefined) continue;
      if (meaning.kind === "technique" && meaning.technique.id !== name.toUpperCase()) {
        const { id, name: title } = meaning.technique;
        const message = `${name.toUpperCase()} is now ${id}, ${title}`;
        yield { span, message, hint: `write \`attack.${id.toLowerCase()}\`` };
      } else if (meaning.kind === "tactic" && meaning.tactics.length > 1) {
        const heirs = meaning.tactics.map((tactic) => tactic.name).join(" and ");
        const choice = meaning.tactics.map(({ shortName }) => `\`attack.${shortName}\``).join(", ");
        yield {
          span,
          message: `ATT&CK ${attackVersion} split this tactic in ${heirs}`,
          hint: `write ${choice}, or both`,
        };
      }
    }
  },
});
