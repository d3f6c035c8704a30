import type { Parameters } from "../parameters.ts";
import type { Transform } from "../pipeline.ts";

/** A kind of transformation: how it is called, what it takes, and how it is read. Undefined if it is wrong, which is reported. */
export interface Transformation {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly read: (parameters: Parameters) => Transform | undefined;
}
