import type { Pair } from "./auditRecord.ts";
import { hexText } from "./hex.ts";

/**
 * Reads the `name=value` pairs of an audit record and decodes what its writer encoded.
 *
 * Values stand in double quotes, in single quotes (a record of a program, with pairs of its own inside), in braces (the
 * interpretation of a `saddr`, likewise), or bare. Interpretations that follow a 0x1D are pairs as the others. A text with characters
 * that could be mistaken is written bare in hexadecimal instead of in quotes.
 *
 * @param isInterpreted whether the text went through `ausearch -i`: nothing is encoded then
 */
export function readPairs(text: string, type: string, isInterpreted = false): Pair[] {
  const pairs: Pair[] = [];
  for (const [, name = "", quoted, nested, braced, bare = ""] of text.matchAll(pairPattern)) {
    const inner = nested ?? braced;
    if (quoted !== undefined) pairs.push([name, quoted]);
    else if (inner?.includes("=") === true) pairs.push(...readPairs(inner, type, isInterpreted));
    else if (inner !== undefined) pairs.push([name, inner]);
    else pairs.push([name, isInterpreted ? bare : decodeValue(type, name, bare)]);
  }
  return type === "EXECVE" ? joinPieces(pairs) : pairs;
}

/** Begins at the start of a word and looks past no brace, so that no text takes more than linear time. */
const pairPattern = /(?<![\w\-.[\]])([\w\-.[\]]+)=(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\}|([^\s\x1d'}]*))/g;

/** Fields that programs and files name freely, so that the kernel or auditd may have to encode them (`auparse`, type "escaped"). */
const encoded = new Set(
  `acct cmd comm cwd data device dir exe file grp key name new-disk new_group ocomm old-disk path proctitle root_dir
   sw terminal unit vm watch wmi`.split(/\s+/),
);

/**
 * Decodes a bare value of a record: hexadecimal, where this field can be encoded. The words of a `proctitle` are separated by U+0000:
 * they get spaces. Several keys are separated by U+0001: they get commas, as auditd prints them.
 */
export function decodeValue(type: string, name: string, value: string): string {
  const isEncoded = encoded.has(name) || (type === "EXECVE" && /^a\d+(?:\[\d+\])?$/.test(name));
  const text = isEncoded ? hexText(value) : undefined;
  if (text === undefined) return value;
  if (name === "proctitle") return text.replace(/\0+$/, "").replaceAll("\0", " ");
  return name === "key" ? text.replaceAll("\u0001", ",") : text;
}

/** Long arguments come in pieces, `a1[0]=.. a1[1]=..`, after their length: they become one `a1`. */
function joinPieces(pairs: readonly Pair[]): Pair[] {
  const joined = new Map<string, string>();
  const rest: Pair[] = [];
  for (const [name, value] of pairs) {
    const [, argument, piece] = /^(a\d+)(?:\[(\d+)\]|_len)$/.exec(name) ?? [];
    if (argument === undefined) rest.push([name, value]);
    else if (piece !== undefined) joined.set(argument, (joined.get(argument) ?? "") + value);
  }
  return joined.size === 0 ? rest : [...rest, ...joined];
}
