import { documentCheck } from "../../check.ts";
import { tests } from "../../links.ts";

const single = ["tlp", "detection"];

export const contradictoryTags = documentCheck({
  code: "contradictory-tags",
  explanation: "A rule has two tags of a namespace of which one holds: `tlp` or `detection`.",
  link: tests,
  *find({ rule }) {
    for (const namespace of single) {
      const [first, ...others] = rule.tags.filter(({ text }) => text.toLowerCase().startsWith(`${namespace}.`));
      for (const { text, span } of others) {
        if (text.toLowerCase() === first?.text.toLowerCase()) continue;
        yield { span, message: `the rule has a tag of \`${namespace}\` already`, hint: "one of them holds" };
      }
    }
  },
});
