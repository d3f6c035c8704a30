import { closest } from "../../../std/index.ts";
import { quote } from "../../../sigma/index.ts";
import { type Finding, itemCheck, type WrittenValue } from "../../check.ts";
import { textOperator } from "../../subject/items.ts";
import { tests } from "../../links.ts";

/** Algorithms as Sysmon names them -> how many hexadecimal digits they give. */
const lengths = new Map([
  ["MD5", 32],
  ["SHA1", 40],
  ["SHA256", 64],
  ["IMPHASH", 32],
]);

export const malformedHash = itemCheck({
  code: "malformed-hash",
  explanation: "A value of `Hashes` is not an algorithm, `=`, and a hash of its length.",
  link: tests,
  *find(item) {
    if ((item.field !== "Hashes" && item.field !== "Hash") || textOperator(item) === undefined) return;
    for (const value of item.values) if (value.type === "string" && value.text !== "") yield* findIn(value);
  },
});

function* findIn({ text, span }: WrittenValue): Iterable<Finding> {
  const [, algorithm, hash = ""] = /^\*?([^=]*)=(.*?)\*?$/s.exec(text) ?? [];
  if (algorithm === undefined) {
    yield {
      span,
      message: `${quote(text)} does not say which hash it is`,
      hint: "Sysmon writes `SHA256=` and the hash",
    };
    return;
  }
  const length = lengths.get(algorithm.toUpperCase());
  if (hash === "") return;
  if (length === undefined) {
    const names = [...lengths.keys()];
    const hint = `did you mean \`${closest(algorithm, names) ?? names.join("`, `")}\`?`;
    yield { span, message: `Sysmon has no hash ${quote(algorithm)}`, hint };
  } else if (!/^[0-9a-f]*$/i.test(hash) || hash.length !== length) {
    yield {
      span,
      message: `a hash ${algorithm} has ${length} hexadecimal digits, not ${hash.length} characters`,
      hint: "take the whole hash",
    };
  }
}
