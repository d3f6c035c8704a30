import type { Pipeline } from "./pipeline.ts";

/** Several pipelines as one: by priority, the lowest first, those of one priority as given. Of variables with one name the last counts. */
export function joinPipelines(pipelines: readonly Pipeline[]): Pipeline {
  const ordered = pipelines.toSorted((one, other) => one.priority - other.priority);
  return {
    priority: 0,
    vars: new Map(ordered.flatMap(({ vars }) => [...vars])),
    steps: ordered.flatMap(({ steps }) => steps),
  };
}
