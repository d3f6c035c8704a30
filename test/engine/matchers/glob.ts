import type { StringPart } from "../../../src/sigma/index.ts";

/** `a*?` as parts; nothing escapes here. */
export function parts(glob: string): StringPart[] {
  return glob.split(/([*?])/).flatMap((piece): StringPart[] => {
    if (piece === "") return [];
    return piece === "*"
      ? [{ kind: "anyRun" }]
      : piece === "?"
        ? [{ kind: "anyOne" }]
        : [{ kind: "literal", text: piece }];
  });
}
