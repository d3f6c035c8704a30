/** A span of time as ISO 8601 writes it. Months stand apart: they have no length of their own. */
export interface Duration {
  /** As it was written. */
  readonly text: string;
  /** Years included; below 0 of a span that goes back. */
  readonly months: number;
  readonly ms: number;
}

const form =
  /^(?<sign>[+-]?)P(?=[\dT])(?:(?<Y>\d+)Y)?(?:(?<Mo>\d+)M)?(?:(?<W>\d+)W)?(?:(?<D>\d+)D)?(?:T(?=\d)(?:(?<H>\d+)H)?(?:(?<M>\d+)M)?(?:(?<S>\d+(?:\.\d+)?)S)?)?$/;

const msPer = { W: 604_800_000, D: 86_400_000, H: 3_600_000, M: 60_000, S: 1_000 } as const;

/**
 * Reads a duration such as `P7D`, `PT1H30M`, `P1M` or, back in time, `-PT24H`. Only seconds may have a fraction.
 *
 * @returns undefined if the text is none
 */
export function parseDuration(text: string): Duration | undefined {
  const parts = form.exec(text)?.groups;
  if (!parts) return undefined;
  const count = (unit: string) => Number(parts[unit] ?? 0);
  const sign = parts["sign"] === "-" ? -1 : 1;
  const units = Object.entries(msPer);
  return {
    text,
    months: sign * (count("Y") * 12 + count("Mo")),
    ms: sign * Math.round(units.reduce((sum, [unit, ms]) => sum + count(unit) * ms, 0)),
  };
}

/**
 * The instant so far from another one. Months are those of the calendar in UTC; where a month has no such day, its last one counts.
 *
 * @returns an invalid date beyond what a date can be
 */
export function addDuration(from: Date, { months, ms }: Duration): Date {
  const day = from.getUTCDate();
  const moved = new Date(from);
  moved.setUTCDate(1);
  moved.setUTCMonth(from.getUTCMonth() + months);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, last));
  return new Date(moved.getTime() + ms);
}
