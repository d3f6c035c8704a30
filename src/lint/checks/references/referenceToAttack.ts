import { documentCheck } from "../../check.ts";
import { scalarsOf } from "../../subject/entries.ts";
import { convention } from "../../links.ts";

export const referenceToAttack = documentCheck({
  code: "reference-to-attack",
  explanation: "`references` holds a page of ATT&CK, which a tag names.",
  link: convention("references"),
  *find(subject) {
    const named = new Set(subject.rule.tags.map(({ text }) => text.toLowerCase()));
    for (const { text, span } of scalarsOf(subject, "references")) {
      const [, id, part] = page.exec(text.trim()) ?? [];
      if (id === undefined) continue;
      const tag = `attack.${[id, part].filter(Boolean).join(".").toLowerCase()}`;
      const hint = named.has(tag) ? `leave it out: the tag \`${tag}\` says so` : `write the tag \`${tag}\` instead`;
      yield { span, message: "a page of ATT&CK is no reference of its own", hint };
    }
  },
});

const page = /^https?:\/\/attack\.mitre\.org\/(?:tactics|techniques|groups|software)\/([a-z]{1,2}\d{4})(?:\/(\d{3}))?/i;
