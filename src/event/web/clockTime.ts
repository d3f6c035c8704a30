const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The number of a month by the first three letters of its English name, from 1, in two digits. */
export function monthNumber(name: string): string | undefined {
  const at = months.indexOf(name.toLowerCase());
  return at === -1 ? undefined : String(at + 1).padStart(2, "0");
}

/** `25/Nov/2026:10:00:00 +0100`, as web servers write times, in ISO 8601. */
export function readClockTime(text: string): string | undefined {
  const [, day, name = "", year, time, offset] =
    /^(\d\d)\/(\w{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})$/.exec(text) ?? [];
  const month = monthNumber(name);
  return month === undefined ? undefined : `${year ?? ""}-${month}-${day ?? ""}T${time ?? ""}${offset ?? ""}`;
}
