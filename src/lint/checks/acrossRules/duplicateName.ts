import { acrossCheck } from "../../acrossCheck.ts";
import { rules } from "../../links.ts";

export const duplicateName = acrossCheck({
  code: "duplicate-name",
  explanation: "Two rules have the same `name`: correlations cannot tell which is meant.",
  link: rules("name"),
  key: "name",
  sameIf: ({ name }) => name,
  message: (other) => `${other} has this \`name\` already`,
  hint: "a name is unique",
});
