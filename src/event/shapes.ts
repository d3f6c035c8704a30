import type { JsonObject } from "../std/index.ts";
import type { Shape } from "./shape.ts";
import { evtx } from "./shapes/evtx.ts";
import { fluentBit } from "./shapes/fluentBit.ts";
import { flatWindows } from "./shapes/flatWindows.ts";
import { generic } from "./shapes/generic.ts";
import { logAnalytics } from "./shapes/logAnalytics.ts";
import { windowsXml } from "./shapes/windowsXml.ts";
import { winlogbeat } from "./shapes/winlogbeat.ts";

/** In the order in which they are asked: the surest signs first. */
const shapes: readonly Shape[] = [evtx, winlogbeat, logAnalytics, fluentBit, flatWindows, windowsXml];

/** The shape that a record is written in. */
export function recognise(record: JsonObject): Shape {
  for (const shape of shapes) if (shape.fits(record)) return shape;
  return generic;
}
