import { acrossCheck } from "../../acrossCheck.ts";
import { rules } from "../../links.ts";

export const duplicateId = acrossCheck({
  code: "duplicate-id",
  explanation: "Two rules have the same `id`: one would replace the other.",
  link: rules("identification"),
  key: "id",
  sameIf: ({ id }) => id?.toLowerCase(),
  message: (other) => `${other} has this \`id\` already`,
  hint: "give one of them a new random UUID",
});
