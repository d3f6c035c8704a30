import type { Detection } from "../../detection/index.ts";
import { builder } from "../builder.ts";

/** By itself, because events have detections and detections an event. */
export const DetectionRef = builder.objectRef<Detection>("Detection");
