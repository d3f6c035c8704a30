import type { Equivalent } from "../equivalent.ts";
import { textOf } from "../fields.ts";
import { underDriveLetter } from "../values/devicePath.ts";

/** Events of the trace provider Microsoft-Windows-Kernel-File, by its manifest: each names its file in one field. */
const events = [
  { code: "12", from: "FileName", name: "FileName" },
  { code: "26", from: "FilePath", name: "TargetFilename" },
  { code: "27", from: "FilePath", name: "TargetFilename" },
  { code: "30", from: "FileName", name: "TargetFilename" },
] as const;

/** The kernel's own trace of files under the names that rules have; of a renamed file it tells the new name alone. */
export const kernelFile: readonly Equivalent[] = events.map(({ code, from, name }) => ({
  service: "kernel-file",
  code,
  derivations: [{ name, replaces: true, value: (fields) => underDriveLetter(textOf(fields, from)) }],
}));
