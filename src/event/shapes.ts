import type { JsonObject } from "../std/index.ts";
import type { Shape } from "./shape.ts";
import { auditd } from "./shapes/auditd.ts";
import { evtx } from "./shapes/evtx.ts";
import { flatWindows } from "./shapes/flatWindows.ts";
import { generic } from "./shapes/generic.ts";
import { winlogbeat } from "./shapes/winlogbeat.ts";

/** In the order in which they are asked: the surest signs first. */
const shapes: readonly Shape[] = [evtx, winlogbeat, flatWindows, auditd];

/** The shape that a record is written in. */
export function recognise(record: JsonObject): Shape {
  return shapes.find((shape) => shape.fits(record)) ?? generic;
}
