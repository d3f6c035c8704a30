/**
 * A path as the kernel names it, under a drive letter as rules have it: `\device\harddiskvolume2\windows` is `C:\windows`.
 *
 * Which letter a volume has, an event does not tell. Rules that name one nearly always mean the system's.
 */
export function underDriveLetter(path: string | undefined): string | undefined {
  return path?.replace(/^\\device\\harddiskvolume\d+(?=\\)/i, "C:");
}
