import { compileRegex, type Regex } from "../../../std/index.ts";
import { problem } from "../../problem.ts";
import { choice, need, type Parameters, texts } from "../parameters.ts";
import type { FieldTest, ProcessingCondition } from "./condition.ts";

const parameters = ["fields", "mode"];

/** The field's name is one of these; in the mode `re`, it begins with what one of these regular expressions matches. */
export const includeFields: ProcessingCondition<FieldTest> = {
  name: "include_fields",
  parameters,
  read: (given) => {
    const isListed = readNames(given);
    return isListed && { ofField: isListed };
  },
};

/** The field's name is none of these. Keywords have no name, so they pass. */
export const excludeFields: ProcessingCondition<FieldTest> = {
  name: "exclude_fields",
  parameters,
  read: (given) => {
    const isListed = readNames(given);
    return isListed && { ofField: (field) => !isListed(field) };
  },
};

function readNames(given: Parameters): ((field: string | undefined) => boolean) | undefined {
  const names = texts(given, "fields");
  const mode = choice(given, "mode", ["plain", "re"]);
  if (!names || !mode) return undefined;
  if (mode === "plain") {
    const listed = new Set(names);
    return (field) => field !== undefined && listed.has(field);
  }
  const expressions = names.flatMap((name) => compile(given, name) ?? []);
  return (field) => field !== undefined && expressions.some((expression) => expression.test(field));
}

function compile(given: Parameters, source: string): Regex | undefined {
  const compiled = compileRegex(`^(?:${source})`, { ignoreCase: false, multiline: false, dotAll: false });
  if (compiled.ok) return compiled.regex;
  given.report(problem("invalid-regex", need(given, "fields")?.span ?? given.place, compiled.reason));
  return undefined;
}
