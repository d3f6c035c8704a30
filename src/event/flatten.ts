import type { Json, JsonObject } from "../std/index.ts";
import { isContainer, type Container } from "./container.ts";
import { addEmpty, addLeaf, type Draft } from "./draft.ts";
import { joinPath } from "./paths.ts";

/** What the leaves at a dotted path are called in Sigma; the path itself if Sigma has no name of its own for them. */
export type NameOf = (path: string) => string;

/**
 * Adds every leaf of a value to a draft, under its dotted path: names joined by dots, also those that contain dots, without the
 * indices of lists.
 *
 * Containers wait in a list, so that depth costs no stack; values that stand side by side keep their order.
 *
 * @param path where the value stands in the record
 */
export function flatten(draft: Draft, value: Json, path: string, nameOf: NameOf): void {
  if (isContainer(value)) drain(draft, [[path, value]], nameOf);
  else addLeaf(draft, path, nameOf(path), value);
}

type Waiting = readonly [path: string, container: Container];

interface Walk {
  readonly nameOf: NameOf;
  readonly waiting: Waiting[];
}

/** Works off the list of containers, which grows meanwhile by those inside them. */
function drain(draft: Draft, waiting: Waiting[], nameOf: NameOf): void {
  const walk = { nameOf, waiting };
  for (const [path, container] of waiting) {
    const isEmpty = Array.isArray(container)
      ? addMembers(draft, container as readonly Json[], path, walk)
      : addProperties(draft, container as JsonObject, path, walk);
    if (isEmpty) addEmpty(draft, path, nameOf(path));
  }
}

function addMembers(draft: Draft, list: readonly Json[], path: string, walk: Walk): boolean {
  for (const value of list) addValue(draft, value, path, walk);
  return list.length === 0;
}

function addProperties(draft: Draft, object: JsonObject, path: string, walk: Walk): boolean {
  let isEmpty = true;
  for (const key in object) {
    isEmpty = false;
    addValue(draft, object[key] ?? null, joinPath(path, key), walk);
  }
  return isEmpty;
}

function addValue(draft: Draft, value: Json, path: string, { nameOf, waiting }: Walk): void {
  if (isContainer(value)) waiting.push([path, value]);
  else addLeaf(draft, path, nameOf(path), value);
}
