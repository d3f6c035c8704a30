import { resolveTag } from "../../../attack/index.ts";
import { documentCheck } from "../../check.ts";
import { tags } from "../../links.ts";

export const missingTacticTag = documentCheck({
  code: "missing-tactic-tag",
  explanation: "The tags name a technique of ATT&CK and no tactic.",
  link: tags("namespace-attack"),
  *find({ rule }) {
    const meanings = rule.tags.map(({ text, span }) => ({ span, meaning: resolveTag(text) }));
    if (meanings.some(({ meaning }) => meaning.kind === "tactic")) return;
    for (const { span, meaning } of meanings) {
      if (meaning.kind !== "technique") continue;
      const choice = meaning.technique.tactics.map(({ shortName }) => `\`attack.${shortName}\``).join(" or ");
      yield { span, message: "the tags name a technique and no tactic", hint: `add ${choice}` };
      return;
    }
  },
});
