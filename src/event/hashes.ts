import { deriveField, textOf, type Draft } from "./draft.ts";

/** Sysmon's name of an algorithm -> the field that Sigma rules ask for. */
const fieldOf = new Map([
  ["MD5", "md5"],
  ["SHA1", "sha1"],
  ["SHA256", "sha256"],
  ["IMPHASH", "Imphash"],
]);

/** Splits Sysmon's `Hashes` (`MD5=..,SHA256=..`; `Hash` in event 15) into a field for each algorithm. The whole stays. */
export function splitHashes(draft: Draft): void {
  const hashes = textOf(draft, "Hashes") ?? textOf(draft, "Hash");
  if (hashes?.includes("=") !== true) return;
  for (const part of hashes.split(",")) {
    const equals = part.indexOf("=");
    const field = fieldOf.get(part.slice(0, equals).trim().toUpperCase());
    if (field !== undefined) deriveField(draft, field, part.slice(equals + 1).trim());
  }
}

/** Writes `Hashes` as Sysmon does, out of hashes that stand alone; in the order of Sysmon. */
export function joinHashes(draft: Draft): void {
  if (draft.fields.has("Hashes")) return;
  let joined = "";
  for (const [algorithm, field] of fieldOf) {
    const hash = textOf(draft, field);
    if (hash !== undefined) joined += `${joined === "" ? "" : ","}${algorithm}=${hash.toUpperCase()}`;
  }
  if (joined !== "") deriveField(draft, "Hashes", joined);
}
