/**
 * Reads a point in time: ISO 8601 with any fraction and offset (a space or `T` between, a trailing `UTC` too; without an offset it
 * is UTC), the `/Date(1700000000000)/` of .NET, or a number of seconds, milliseconds, microseconds or nanoseconds since 1970, told
 * apart by magnitude, also as text.
 *
 * @returns milliseconds since 1970, whole; undefined if this is not a time of the years 1 to 9999
 */
export function parseTime(value: unknown): number | undefined {
  if (typeof value === "number") return fromEpoch(value);
  if (typeof value !== "string") return undefined;
  const iso = isoPattern.exec(value);
  if (iso !== null) return fromIso(iso);
  const dotNet = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(value);
  if (dotNet !== null) return inRange(Number(dotNet[1]));
  return /^\d{1,19}(?:\.\d{1,9})?$/.test(value) ? fromEpoch(Number(value)) : undefined;
}

const isoPattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?(?: ?(Z|UTC|([+-])(\d\d):?(\d\d)?))?)?$/i;

function fromIso(parts: RegExpExecArray): number | undefined {
  const part = (group: number) => Number(parts[group] ?? 0);
  const [month, day, hour, minute, second] = [part(2) - 1, part(3), part(4), part(5), part(6)];
  const date = new Date(0);
  date.setUTCFullYear(part(1), month, day);
  const isOnCalendar = date.getUTCMonth() === month && date.getUTCDate() === day;
  if (!isOnCalendar || hour > 23 || minute > 59 || second > 60) return undefined;
  const ms = Number((parts[7] ?? "").padEnd(3, "0").slice(0, 3));
  const offset = (parts[9] === "-" ? -1 : 1) * (part(10) * 60 + part(11));
  return inRange(date.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + ms);
}

/** Seconds reach 10^11 in the year 5138; the other units are each a thousand times finer. */
function fromEpoch(count: number): number | undefined {
  if (count < 0) return undefined;
  if (count < 1e11) return inRange(Math.round(count * 1000));
  return inRange(Math.floor(count / (count < 1e14 ? 1 : count < 1e17 ? 1e3 : 1e6)));
}

const inRange = (ms: number) => (ms >= -62_135_596_800_000 && ms < 253_402_300_800_000 ? ms : undefined);
