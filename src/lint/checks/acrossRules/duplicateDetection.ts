import { acrossCheck } from "../../acrossCheck.ts";
import { canonicalRule } from "../../meaning/canonical.ts";
import { tests } from "../../links.ts";

export const duplicateDetection = acrossCheck({
  code: "duplicate-detection",
  explanation: "Two rules ask the same of the same events.",
  link: tests,
  key: "detection",
  sameIf: canonicalRule,
  message: (other) => `${other} finds the same`,
  hint: "one of them is enough, or one is not what you meant",
});
