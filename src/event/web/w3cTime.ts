import type { Derivation } from "../derivation.ts";
import { textOf } from "../fields.ts";

/** W3C's format writes date and time in two fields, both in UTC. */
export const w3cTime: Derivation = {
  name: "w3c.time",
  value: (fields) => {
    const [date, time] = [textOf(fields, "date") ?? "", textOf(fields, "time") ?? ""];
    return /^\d{4}-\d\d-\d\d$/.test(date) && /^\d\d:\d\d:\d\d/.test(time) ? `${date}T${time}Z` : undefined;
  },
};
