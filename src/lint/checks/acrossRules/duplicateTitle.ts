import { acrossCheck } from "../../acrossCheck.ts";
import { titles } from "../../links.ts";

export const duplicateTitle = acrossCheck({
  code: "duplicate-title",
  explanation: "Two rules have the same `title`: their detections look the same in a list.",
  link: titles("suffix-optional"),
  key: "title",
  sameIf: ({ title }) => title.trim().toLowerCase().replaceAll(/\s+/g, " "),
  message: (other) => `${other} has this \`title\` already`,
  hint: "say what sets them apart, such as the log, behind a hyphen",
});
