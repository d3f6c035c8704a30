import { compileReplacer } from "../../../std/index.ts";
import type { Pattern, StringPattern } from "../../pattern.ts";
import type { Span } from "../../source.ts";
import { changeValues } from "../changeValues.ts";
import { flag, need, type Parameters, refuse, text } from "../parameters.ts";
import { plainText } from "../plainText.ts";
import { readTemplate } from "../pythonTemplate.ts";
import { editLiterals, editText } from "../stringEdits.ts";
import { fail, spend, type Work } from "../work.ts";
import type { Transformation } from "./transformation.ts";

/**
 * Replaces in strings what a regular expression matches. It sees wildcards as `*` and `?`, and those that the replacement puts
 * in are wildcards too; with `skip_special` it sees the text between wildcards alone, and what it puts in is text, unless
 * `interpret_special` says otherwise. A number in which something is replaced becomes a string.
 */
export const replaceString: Transformation = {
  name: "replace_string",
  parameters: ["regex", "replacement", "skip_special", "interpret_special"],
  read: (parameters) => {
    const edit = readEdit(parameters);
    const skipsSpecial = flag(parameters, "skip_special");
    const interprets = flag(parameters, "interpret_special");
    if (!edit) return undefined;
    const replace = (pattern: StringPattern): StringPattern =>
      skipsSpecial ? editLiterals(pattern, edit, interprets) : editText(pattern, edit);
    return (rule, application) =>
      changeValues(rule, application, (pattern, { span }) =>
        isReadable(pattern, { work: application.work, span }) ? replaceIn(pattern, edit, replace) : pattern,
      );
  },
};

/** In UTF-16 units: a regular expression takes its time for each. */
const maxLength = 10_000;

function isReadable(pattern: Pattern, { work, span }: { readonly work: Work; readonly span: Span }): boolean {
  const length = pattern.kind === "string" ? plainText(pattern.parts).length : 1;
  if (length <= maxLength) return spend(work, length, span);
  fail(work, span, `\`replace_string\` reads no value of more than ${maxLength} characters`, "rule-too-large");
  return false;
}

type Edit = (text: string) => string;

function replaceIn(pattern: Pattern, edit: Edit, replace: (pattern: StringPattern) => StringPattern): Pattern {
  if (pattern.kind === "string") return replace(pattern);
  if (pattern.kind !== "number" || edit(pattern.text) === pattern.text) return pattern;
  return replace({ kind: "string", parts: [{ kind: "literal", text: pattern.text }], cased: false });
}

function readEdit(parameters: Parameters): Edit | undefined {
  const source = text(parameters, "regex");
  const template = text(parameters, "replacement");
  if (source === undefined || template === undefined) return undefined;
  const compiled = compileReplacer(source);
  if (!compiled.ok) return blame(parameters, "regex", compiled.reason, "invalid-regex");
  const replacement = readTemplate(template, compiled.groupCount, compiled.groupNames);
  if (!replacement) {
    const message = "the replacement names a group that is not there, or has an unknown escape";
    return blame(parameters, "replacement", message, "invalid-parameter");
  }
  return (value) => compiled.replace(value, replacement);
}

function blame(
  parameters: Parameters,
  key: string,
  message: string,
  code: "invalid-regex" | "invalid-parameter",
): undefined {
  const node = need(parameters, key);
  if (node) refuse(parameters, node, message, code);
  return undefined;
}
