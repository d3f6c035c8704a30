import type { Derivation } from "../derivation.ts";
import type { Equivalent } from "../equivalent.ts";
import { textOf, type Fields } from "../fields.ts";

/** Events of Defender that name a threat (Microsoft, "Review event logs and error codes" of Defender Antivirus). */
export const threatCodes = [
  "1006",
  "1007",
  "1008",
  "1009",
  "1010",
  "1011",
  "1012",
  "1015",
  "1017",
  "1018",
  "1019",
  "1115",
  "1116",
  "1117",
  "1118",
  "1119",
] as const;

const derivations: readonly Derivation[] = [
  { name: "Signature", value: (fields) => textOf(fields, "ThreatName") },
  { name: "Filename", value: filenames },
];

/** What Defender found, under the names that rules about any antivirus have. */
export const antivirus: readonly Equivalent[] = threatCodes.map((code) => ({
  service: "windefend",
  code,
  derivations,
}));

/** Defender writes `file:_C:\a.exe; process:_pid:42`: those that are files, each without its kind. */
function filenames(fields: Fields): readonly string[] | undefined {
  const path = textOf(fields, "Path");
  if (path === undefined) return undefined;
  const resources = path.split("; ");
  const files = resources.flatMap((each) => /^(?:container)?file:_(.+)$/i.exec(each)?.[1] ?? []);
  return files.length > 0 ? files : resources;
}
