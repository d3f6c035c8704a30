import { itemCheck, type WrittenValue } from "../../check.ts";
import { has, isEncoded, modifierPlace } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

export const windashWithoutDash = itemCheck({
  code: "windash-without-dash",
  explanation: "`windash` changes nothing: no value has a dash or slash at the beginning of a word.",
  link: modifiers("string-modifiers"),
  *find(item) {
    if (!has(item, "windash") || isEncoded(item) || item.values.some(isChanged)) return;
    const hasDash = item.values.some(({ text }) => /[-/\u2013-\u2015]/.test(text));
    yield {
      span: modifierPlace(item, "windash"),
      message: `there is no dash that \`windash\` would change`,
      hint: hasDash ? "only a dash at the beginning of a word counts" : "leave it out",
    };
  },
});

const isChanged = ({ alternatives }: WrittenValue): boolean =>
  alternatives.some((pattern) => pattern.kind !== "string" || pattern.parts.some(({ kind }) => kind === "oneOf"));
