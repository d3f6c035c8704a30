/** Beginnings of registry paths as the kernel writes them, and as Sysmon does: the longer ones first. */
const beginnings: readonly (readonly [kernel: RegExp, sysmon: string])[] = [
  [/^\\REGISTRY\\MACHINE\\SYSTEM\\ControlSet\d{3}(?=\\|$)/i, "HKLM\\System\\CurrentControlSet"],
  [/^\\REGISTRY\\MACHINE(?=\\|$)/i, "HKLM"],
  [/^\\REGISTRY\\USER(?=\\|$)/i, "HKU"],
];

/**
 * A registry path as Sysmon writes it.
 *
 * @see Microsoft, "Sysmon", events 12 to 14: its abbreviations of root keys
 */
export function asSysmonWritesKey(path: string): string {
  const beginning = beginnings.find(([kernel]) => kernel.test(path));
  return beginning === undefined ? path : path.replace(beginning[0], beginning[1]);
}

/** A number in the registry as Sysmon writes it, from its decimal text; another text stays as it is. */
export function asSysmonWritesDword(text: string): string {
  return isBelow(text, 2n ** 32n) ? `DWORD (0x${hex(BigInt(text))})` : text;
}

/** The same for 64 bits, which Sysmon writes in two halves. */
export function asSysmonWritesQword(text: string): string {
  if (!isBelow(text, 2n ** 64n)) return text;
  const number = BigInt(text);
  return `QWORD (0x${hex(number >> 32n)}-0x${hex(number & 0xffff_ffffn)})`;
}

const isBelow = (text: string, bound: bigint): boolean => /^\d{1,20}$/.test(text) && BigInt(text) < bound;
const hex = (half: bigint): string => half.toString(16).padStart(8, "0");
