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
  const usual = fromUsual(value);
  if (usual !== undefined) return usual;
  const iso = isoPattern.exec(value);
  if (iso !== null) return fromIso(iso);
  const dotNet = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/.exec(value);
  if (dotNet !== null) return inRange(Number(dotNet[1]));
  return /^\d{1,19}(?:\.\d{1,9})?$/.test(value) ? fromEpoch(Number(value)) : undefined;
}

/**
 * What most events have, read without an expression: `2026-03-02T09:14:07.482913Z`, perhaps with a space, without a fraction or
 * the `Z`. Time is asked of every event, and the expression takes a tenth of what parsing the event takes.
 *
 * @returns undefined for what is written in another way, or is no time
 */
function fromUsual(text: string): number | undefined {
  const separator = text.charCodeAt(10);
  if (text.length < 19 || (separator !== letterT && separator !== space)) return undefined;
  if (text[4] !== "-" || text[7] !== "-" || text[13] !== ":" || text[16] !== ":") return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  const ms = millisecondsAt(text, 19);
  const isDate = year >= 1970 && day >= 1 && day <= (monthDays[month] ?? 0);
  const isTime = hour <= 23 && minute <= 59 && second <= 59 && ms >= 0;
  return isDate && isTime ? Date.UTC(year, month - 1, day, hour, minute, second, ms) : undefined;
}

/** By the number of the month; of leap years the long way knows. */
const monthDays: readonly number[] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const letterT = 84;
const letterZ = 90;
const space = 32;

/** A number of so many digits; NaN if they are not all digits. */
function digits(text: string, start: number, count: number): number {
  let number = 0;
  for (let at = start; at < start + count; at++) {
    const digit = text.charCodeAt(at) - 48;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN;
  }
  return number;
}

/** What stands behind the seconds, up to the end: a fraction, `Z`, both or nothing; NaN if it is something else. */
function millisecondsAt(text: string, start: number): number {
  const end = text.charCodeAt(text.length - 1) === letterZ ? text.length - 1 : text.length;
  if (start === end) return 0;
  const count = end - start - 1;
  if (text[start] !== "." || count < 3 || count > 12) return NaN;
  return Number.isNaN(digits(text, start + 1, count)) ? NaN : digits(text, start + 1, 3);
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
