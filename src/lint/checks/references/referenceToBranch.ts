import { documentCheck } from "../../check.ts";
import { scalarsOf } from "../../subject/entries.ts";
import { convention } from "../../links.ts";

const onBranch =
  /^https?:\/\/(?:github\.com|gitlab\.com)\/[^/]+\/[^/]+\/(?:-\/)?(?:blob|tree|raw)\/(main|master|develop|dev)(?:\/|$)|^https?:\/\/raw\.githubusercontent\.com\/[^/]+\/[^/]+\/(main|master|develop|dev)\//i;

export const referenceToBranch = documentCheck({
  code: "reference-to-branch",
  explanation: "`references` holds a file on a branch, which will change.",
  link: convention("references"),
  *find(subject) {
    for (const { text, span } of scalarsOf(subject, "references")) {
      const [found, blob, raw] = onBranch.exec(text.trim()) ?? [];
      const branch = blob ?? raw;
      if (found === undefined || branch === undefined) continue;
      yield {
        span,
        message: `this link follows the branch \`${branch}\`, which will change`,
        hint: "use a permalink, which names a commit",
      };
    }
  },
});
