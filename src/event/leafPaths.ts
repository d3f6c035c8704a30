import type { Json, JsonObject } from "../std/index.ts";
import { isContainer, type Container } from "./container.ts";
import { joinPath } from "./paths.ts";

/**
 * The dotted path of every leaf of a record, each once: a scalar, or an empty list or object.
 *
 * Containers wait in a list, so that depth costs no stack; what stands side by side keeps its order.
 */
export function leafPaths(record: JsonObject): ReadonlySet<string> {
  const paths = new Set<string>();
  const waiting: (readonly [path: string, container: Container])[] = [];
  const add = (path: string, value: Json): void => {
    if (isContainer(value)) waiting.push([path, value]);
    else paths.add(path);
  };
  for (const key in record) add(key, record[key] ?? null);
  for (const [path, container] of waiting) {
    let isEmpty = true;
    if (Array.isArray(container)) {
      isEmpty = container.length === 0;
      for (const member of container as readonly Json[]) add(path, member);
    } else {
      const object = container as JsonObject;
      for (const key in object) {
        isEmpty = false;
        add(joinPath(path, key), object[key] ?? null);
      }
    }
    if (isEmpty) paths.add(path);
  }
  return paths;
}
