import { type Atom, inField, type Samples } from "./atom.ts";

/** Networks: their first and last address match, in every form; the addresses beside them do not. */
export function networkSamples(atom: Atom): Samples {
  const [host = "", prefix] = atom.value.text.split("/");
  const width = host.includes(":") ? 128 : 32;
  const size = 1n << BigInt(width - Number(prefix ?? width));
  const first = (numberOf(host) / size) * size;
  const last = first + size - 1n;
  const write = width === 128 ? writeV6 : writeV4;
  const mapped = width === 32 ? [first, last].map((bits) => `::ffff:${writeV4(bits)}`) : [];
  const beside = [first - 1n, last + 1n].filter((bits) => bits >= 0n && bits < 1n << BigInt(width));
  return {
    matches: [write(first), write(last), write(last).toUpperCase(), ...mapped].map((text) => inField(atom, text)),
    misses: [...beside.map(write), `${write(first)}:80`].map((text) => inField(atom, text)),
  };
}

function numberOf(host: string): bigint {
  if (!host.includes(":")) return host.split(".").reduce((bits, octet) => bits * 256n + BigInt(octet), 0n);
  const [head = "", tail] = host.split("::");
  const groupsOf = (text: string): readonly string[] => text.split(":").filter((group) => group !== "");
  const behind = groupsOf(tail ?? "");
  const zeros = Array.from({ length: 8 - groupsOf(head).length - behind.length }, () => "0");
  return [...groupsOf(head), ...zeros, ...behind].reduce((bits, group) => bits * 65_536n + BigInt(`0x${group}`), 0n);
}

const writeV4 = (bits: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (bits >> shift) & 255n).join(".");

const writeV6 = (bits: bigint): string =>
  Array.from({ length: 8 }, (_, at) => ((bits >> BigInt(112 - 16 * at)) & 0xffffn).toString(16)).join(":");
