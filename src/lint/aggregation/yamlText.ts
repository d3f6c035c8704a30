/** A tree of texts, written as YAML. */
export type YamlTree = string | readonly string[] | { readonly [key: string]: YamlTree };

/** A scalar: plain where that is safe, else in single quotes. Line breaks become blanks. */
export function yamlScalar(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const isPlain = /^\w[\w .,()/-]*$/.test(line) && (!otherThanText.test(line) || /^\d+(?:\.\d+)?$/.test(line));
  return isPlain ? line : `'${line.replaceAll("'", "''")}'`;
}

/** What some version of YAML reads as a boolean, a number or a date. */
const otherThanText =
  /^(?:true|false|null|yes|no|on|off|y|n|0x[0-9a-f]+|0o[0-7]+|[\d_.]+(?:e[-+]?\d+)?|\d[\d-]*-\d+)$/i;

/** The lines of a map, four blanks deeper at each step. */
export function yamlBlock(tree: { readonly [key: string]: YamlTree }, depth = 0): readonly string[] {
  const indent = "    ".repeat(depth);
  return Object.entries(tree).flatMap(([key, value]) => {
    if (typeof value === "string") return `${indent}${key}: ${yamlScalar(value)}`;
    if (isList(value)) return [`${indent}${key}:`, ...value.map((item) => `${indent}    - ${yamlScalar(item)}`)];
    return [`${indent}${key}:`, ...yamlBlock(value, depth + 1)];
  });
}

/** The same on one line. */
export function yamlFlow(tree: YamlTree): string {
  if (typeof tree === "string") return yamlScalar(tree);
  if (isList(tree)) return `[${tree.map(yamlScalar).join(", ")}]`;
  return `{ ${Object.entries(tree)
    .map(([key, value]) => `${key}: ${yamlFlow(value)}`)
    .join(", ")} }`;
}

const isList = (tree: YamlTree): tree is readonly string[] => Array.isArray(tree);
