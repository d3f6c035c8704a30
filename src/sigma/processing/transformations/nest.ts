import { problem } from "../../problem.ts";
import { applySteps } from "../applySteps.ts";
import type { Step } from "../pipeline.ts";
import { need, type Parameters, refuse } from "../parameters.ts";
import type { Transform } from "../pipeline.ts";

/** How a step is read, which may hold steps itself. */
type ReadStep = (parameters: Omit<Parameters, "type" | "place">) => Step | undefined;

/** Applies steps of its own, one after the other, where its conditions hold. */
export function readNest(parameters: Parameters, readStep: ReadStep): Transform | undefined {
  const items = need(parameters, "items");
  if (!items) return undefined;
  if (items.kind !== "sequence") return refuse(parameters, items, "`items` is a list of transformations");
  const steps = items.items.flatMap((item) => {
    if (item.kind === "map") return readStep({ map: item, report: parameters.report }) ?? [];
    parameters.report(problem("wrong-type", item.span, "a transformation is a map"));
    return [];
  });
  return (rule, { work }) => applySteps(rule, steps, work);
}
