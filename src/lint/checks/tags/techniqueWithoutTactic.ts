import { resolveTag } from "../../../attack/index.ts";
import { documentCheck } from "../../check.ts";
import { tests } from "../../links.ts";

export const techniqueWithoutTactic = documentCheck({
  code: "technique-without-tactic",
  explanation: "The tags name tactics, but none that a technique of theirs serves.",
  link: tests,
  *find({ rule }) {
    const meanings = rule.tags.map(({ text, span }) => ({ span, meaning: resolveTag(text) }));
    const named = meanings.flatMap(({ meaning }) => (meaning.kind === "tactic" ? meaning.tactics : []));
    if (named.length === 0) return;
    for (const { span, meaning } of meanings) {
      if (meaning.kind !== "technique") continue;
      const { id, tactics } = meaning.technique;
      if (tactics.some((tactic) => named.includes(tactic))) continue;
      const serves = tactics.map(({ name }) => name).join(" and ");
      const choice = tactics.map(({ shortName }) => `\`attack.${shortName}\``).join(" or ");
      yield { span, message: `${id} serves ${serves}, which no tag names`, hint: `add ${choice}` };
    }
  },
});
