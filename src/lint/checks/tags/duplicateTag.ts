import { documentCheck } from "../../check.ts";
import { rules } from "../../links.ts";
import { repeated } from "../../meaning/repeated.ts";

export const duplicateTag = documentCheck({
  code: "duplicate-tag",
  explanation: "`tags` holds the same tag twice.",
  link: rules("schema"),
  *find({ rule }) {
    const spelling = ({ text }: { readonly text: string }) =>
      text
        .trim()
        .toLowerCase()
        .replaceAll(/[\s_-]+/g, "-");
    for (const { span } of repeated(rule.tags, spelling)) {
      yield { span, message: "this tag is there already", hint: "leave it out" };
    }
  },
});
