import { compileRegex } from "../../../std/index.ts";
import type { Pattern, StringPart, StringPattern } from "../../pattern.ts";
import type { DetectionItem } from "../../rule.ts";
import { changeValues } from "../changeValues.ts";
import { choice } from "../parameters.ts";
import { fail, type Work } from "../work.ts";
import type { Transformation } from "./transformation.ts";

/**
 * Makes regular expressions of strings, which match the same texts; but that letter case counts under the method `plain`. The
 * other methods are two spellings of one meaning. A string without anything in it stays.
 */
export const toRegex: Transformation = {
  name: "regex",
  parameters: ["method"],
  read: (parameters) => {
    const method = choice(parameters, "method", ["ignore_case_brackets", "ignore_case_flag", "plain"]);
    if (!method) return undefined;
    return (rule, application) =>
      changeValues(rule, application, (pattern, item) =>
        pattern.kind === "string" && pattern.parts.length > 0
          ? convert(pattern, { item, ignoreCase: method !== "plain", work: application.work })
          : pattern,
      );
  },
};

interface Context {
  readonly item: DetectionItem;
  readonly ignoreCase: boolean;
  readonly work: Work;
}

function convert(pattern: StringPattern, { item, ignoreCase, work }: Context): Pattern {
  const source = `^${pattern.parts.map(sourceOf).join("")}$`;
  const flags = { ignoreCase: ignoreCase && !pattern.cased, multiline: false, dotAll: true };
  const compiled = compileRegex(source, flags);
  if (compiled.ok) return { kind: "regex", source, ...flags };
  fail(work, item.span, compiled.reason);
  return pattern;
}

function sourceOf(part: StringPart): string {
  switch (part.kind) {
    case "literal":
      return escaped(part.text);
    case "anyRun":
      return ".*";
    case "anyOne":
      return ".";
    case "oneOf":
      return `[${escaped(part.characters)}]`;
  }
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
