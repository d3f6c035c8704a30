import { median } from "../engine/measure.ts";

export interface Sample {
  readonly atMinutes: number;
  readonly residentMb: number;
  readonly heapMb: number;
  /** Acknowledged so far. */
  readonly events: number;
}

export interface Verdict {
  readonly flat: boolean;
  readonly eventsPerSecond: number;
  readonly medianMb: number;
  readonly maxMb: number;
  readonly slopeMbPerHour: number;
  /** By the slope, from the first of the judged samples to the last, in parts of the median. */
  readonly growth: number;
  readonly text: string;
}

/** Until then the heap finds its size, and code is compiled. */
const warmUpPart = 0.3;
/** Memory that grows by more than this in the time that is judged is not flat. */
const flatGrowth = 0.05;

/** Judges by the slope of the line that most pairs of samples agree on (Theil and Sen): single peaks do not bend it. */
export function judge(samples: readonly Sample[]): Verdict {
  const judged = samples.slice(Math.floor(samples.length * warmUpPart));
  const slopes = judged.flatMap((one, place) =>
    judged.slice(place + 1).map((other) => (other.residentMb - one.residentMb) / (other.atMinutes - one.atMinutes)),
  );
  const perMinute = median(slopes);
  const resident = judged.map(({ residentMb }) => residentMb);
  const medianMb = median(resident);
  const spanMinutes = (judged.at(-1)?.atMinutes ?? NaN) - (judged[0]?.atMinutes ?? NaN);
  const growth = (perMinute * spanMinutes) / medianMb;
  const last = samples.at(-1);
  const figures = {
    flat: growth <= flatGrowth,
    eventsPerSecond: Math.round((last?.events ?? NaN) / ((last?.atMinutes ?? NaN) * 60)),
    medianMb: Math.round(medianMb),
    maxMb: Math.round(Math.max(...resident)),
    slopeMbPerHour: Math.round(perMinute * 60),
    growth: Number(growth.toFixed(4)),
  };
  return { ...figures, text: textOf(figures, spanMinutes) };
}

const textOf = (figures: Omit<Verdict, "text">, spanMinutes: number): string =>
  `${figures.flat ? "flat" : "NOT flat"}: ${figures.medianMb} MB resident by median, ${figures.maxMb} at most; ` +
  `${(figures.growth * 100).toFixed(1)} % in the last ${spanMinutes.toFixed(1)} minutes ` +
  `(${figures.slopeMbPerHour} MB an hour), at ${figures.eventsPerSecond} events/s`;
