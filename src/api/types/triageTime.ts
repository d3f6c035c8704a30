import { builder } from "../builder.ts";

/** How long something took. */
export interface TriageTime {
  readonly count: number;
  readonly mean: number | null;
  readonly median: number | null;
}

export const TriageTimeRef = builder.objectRef<TriageTime>("TriageTime").implement({
  description: "How long it took from the arrival of detections until something was done to them.",
  fields: (t) => ({
    count: t.exposeInt("count", { description: "The detections to which it was done." }),
    meanSeconds: t.exposeFloat("mean", { nullable: true, description: "Null if there are none." }),
    medianSeconds: t.exposeFloat("median", { nullable: true, description: "Null if there are none." }),
  }),
});
