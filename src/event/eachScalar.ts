import type { Json, JsonObject, Scalar } from "../std/index.ts";
import { isContainer, type Container } from "./container.ts";

/** Visits every scalar in a record. Containers wait in a list, so that depth costs no stack. */
export function eachScalar(record: JsonObject, visit: (value: Scalar) => void): void {
  let waiting: Container[] | undefined;
  const see = (value: Json | undefined): void => {
    if (isContainer(value)) (waiting ??= []).push(value);
    else if (value !== undefined) visit(value);
  };
  eachMember(record, see);
  for (let next = waiting?.pop(); next !== undefined; next = waiting?.pop()) {
    if (Array.isArray(next)) for (const member of next as readonly Json[]) see(member);
    else eachMember(next as JsonObject, see);
  }
}

function eachMember(object: JsonObject, see: (value: Json | undefined) => void): void {
  for (const key in object) see(object[key]);
}
