import type { Derivation } from "./derivation.ts";
import { textOf, type Fields } from "./fields.ts";

/** Sysmon's name of an algorithm -> the field that Sigma rules ask for. */
const fieldOf = new Map([
  ["MD5", "md5"],
  ["SHA1", "sha1"],
  ["SHA256", "sha256"],
  ["IMPHASH", "Imphash"],
]);

/** Splits Sysmon's `Hashes` (`MD5=..,SHA256=..`; `Hash` in event 15) into a field for each algorithm. The whole stays. */
export const splitHashes: readonly Derivation[] = Array.from(fieldOf, ([algorithm, name]) => ({
  name,
  value: (fields) => hashIn(textOf(fields, "Hashes") ?? textOf(fields, "Hash"), algorithm),
}));

function hashIn(hashes: string | undefined, algorithm: string): string | undefined {
  if (hashes?.includes("=") !== true) return undefined;
  for (const part of hashes.split(",")) {
    const equals = part.indexOf("=");
    if (part.slice(0, equals).trim().toUpperCase() === algorithm) return part.slice(equals + 1).trim();
  }
  return undefined;
}

/** Writes `Hashes` as Sysmon does, out of hashes that stand alone; in the order of Sysmon. */
export function joinedHashes(fields: Fields): string | undefined {
  const hashes: string[] = [];
  for (const [algorithm, field] of fieldOf) {
    const hash = textOf(fields, field);
    if (hash !== undefined) hashes.push(`${algorithm}=${hash.toUpperCase()}`);
  }
  return hashes.length === 0 ? undefined : hashes.join(",");
}
