const secondsPer = new Map([
  ["s", 1],
  ["m", 60],
  ["h", 3_600],
  ["d", 86_400],
]);

/**
 * Reads a correlation's `timespan` such as `15m`.
 *
 * @returns whole seconds, at least 1, or undefined if the text is not a timespan
 * @see Sigma 2.1, "Correlation rules", "Timespan": a number and one lowercase letter
 */
export function parseTimespan(text: string): number | undefined {
  const [, count, unit = ""] = /^([0-9]{1,10})([smhd])$/.exec(text) ?? [];
  const seconds = Number(count) * (secondsPer.get(unit) ?? 0);
  return seconds > 0 ? seconds : undefined;
}
