import { documentCheck } from "../../check.ts";
import { entryIn } from "../../subject/entries.ts";
import { rules } from "../../links.ts";

export const referencesNotList = documentCheck({
  code: "references-not-list",
  explanation: "`references` or `falsepositives` is a text where Sigma has a list.",
  link: rules("schema"),
  *find({ documents }) {
    for (const key of ["references", "falsepositives"]) {
      const value = entryIn(documents, key)?.value;
      if (value?.kind !== "scalar" || value.type === "null") continue;
      yield {
        span: value.span,
        message: `\`${key}\` is a list`,
        hint: "put `- ` before each entry, on a line of its own",
      };
    }
  },
});
