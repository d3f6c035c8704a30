import type { StringPart } from "../../../src/sigma/index.ts";

/** `a*?~` as parts, where `~` is one of `a` and `b`; nothing escapes here. */
export const parts = (glob: string): StringPart[] =>
  glob
    .split(/([*?~])/)
    .filter((piece) => piece !== "")
    .map((piece) => wildcards.get(piece) ?? { kind: "literal", text: piece });

const wildcards = new Map<string, StringPart>([
  ["*", { kind: "anyRun" }],
  ["?", { kind: "anyOne" }],
  ["~", { kind: "oneOf", characters: "ab" }],
]);
