import { documentCheck } from "../../check.ts";
import { placeOf } from "../../subject/entries.ts";
import { tests } from "../../links.ts";

/** SigmaHQ's, in characters. */
const shortest = 16;

export const shortDescription = documentCheck({
  code: "short-description",
  explanation: "A `description` is too short to explain anything.",
  link: tests,
  *find(subject) {
    const length = Array.from(subject.rule.description?.trim() ?? "").length;
    if (length === 0 || length >= shortest) return;
    yield {
      span: placeOf(subject, "description"),
      message: `a description of ${length} characters explains little`,
      hint: "say what it finds, and what an attacker gains by it",
    };
  },
});
