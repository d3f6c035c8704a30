import type { JsonObject } from "../../std/index.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

/** `{"level":"error","task":"1393405-22","time":"..","message":".."}` */
const fits = ({ level, task, time, message }: JsonObject): boolean =>
  typeof level === "string" &&
  typeof task === "string" &&
  /^\d+-\d+$/.test(task) &&
  time !== undefined &&
  typeof message === "string";

/** The log `gpsvc.log` of the GlobalProtect service of Palo Alto Networks' firewalls. */
export const globalProtect: Shape = {
  name: "globalProtect",
  keys: ["task"],
  fits,
  read: readerOf({}),
  origin: () => ({ product: "paloalto", log: "paloalto globalprotect" }),
  time: ["time", "@timestamp"],
  host: ["hostname", "host.name", "host"],
  user: () => undefined,
  sourceAddress: [],
};
