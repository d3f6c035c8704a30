import { isJsonObject, type Json, type JsonObject, type Scalar } from "../std/index.ts";
import { isContainer, own } from "./container.ts";
import { splitsOf, type Path } from "./path.ts";

/**
 * Every scalar that stands at a path of a record; names that contain dots and objects inside one another lead there alike.
 *
 * @returns an empty list if there is nothing but empty lists and objects, undefined if there is nothing at all
 */
export function valuesAt(record: JsonObject, path: Path): readonly Scalar[] | undefined {
  if (path.splits?.length === 0) {
    const value = own(record, path.text);
    if (value === undefined) return undefined;
    if (!isContainer(value)) return [value];
  }
  const found: Found = { values: [], isEmptyThere: false };
  collect(record, path, found);
  return found.values.length > 0 || found.isEmptyThere ? found.values : undefined;
}

/** The same of a value itself: a scalar, or what is in a list. What is in an object stands at paths of its own. */
export function leavesOf(value: Json | undefined): readonly Scalar[] | undefined {
  if (value === undefined) return undefined;
  if (!isContainer(value)) return [value];
  const found: Found = { values: [], isEmptyThere: false };
  addLeaves(value, found);
  return found.values.length > 0 || found.isEmptyThere ? found.values : undefined;
}

/** Whether fields lie below a path of a record: an object stands there that is not empty, or a name goes on from it. */
export function hasBelow(object: JsonObject, path: Path): boolean {
  if (objectsIn(own(object, path.text)).some((each) => !isEmpty(each))) return true;
  const longer = `${path.text}.`;
  for (const key in object) if (key.startsWith(longer)) return true;
  for (const { key, rest } of splitsOf(path, object)) {
    if (objectsIn(own(object, key)).some((each) => hasBelow(each, rest))) return true;
  }
  return false;
}

/** The objects that stand at a path of a record. */
export function objectsAt(record: JsonObject, path: Path): readonly JsonObject[] {
  const here = objectsIn(own(record, path.text));
  const further = [...splitsOf(path, record)].flatMap(({ key, rest }) =>
    objectsIn(own(record, key)).flatMap((each) => objectsAt(each, rest)),
  );
  return [...here, ...further];
}

interface Found {
  readonly values: Scalar[];
  isEmptyThere: boolean;
}

function collect(object: JsonObject, path: Path, found: Found): void {
  addLeaves(own(object, path.text), found);
  for (const { key, rest } of splitsOf(path, object)) {
    const value = own(object, key);
    if (isJsonObject(value)) collect(value, rest, found);
    else for (const each of objectsIn(value)) collect(each, rest, found);
  }
}

function addLeaves(value: Json | undefined, found: Found): void {
  if (value === undefined) return;
  if (Array.isArray(value)) for (const member of membersOf(value as readonly Json[])) addLeaf(member, found);
  else addLeaf(value, found);
}

function addLeaf(value: Json, found: Found): void {
  if (!isContainer(value)) found.values.push(value);
  else found.isEmptyThere ||= isEmpty(value);
}

function isEmpty(container: object): boolean {
  for (const _ in container) return false;
  return true;
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  if (isJsonObject(value)) return [value];
  return isContainer(value) ? [...membersOf(value)].filter(isJsonObject) : [];
}

/** The members of a list and of lists in it, in their order; an empty list is a member. Depth costs no stack. */
function* membersOf(list: readonly Json[]): Generator<Json> {
  if (list.length === 0) yield list;
  const waiting: Json[] = list.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next) && next.length > 0) waiting.push(...(next as readonly Json[]).toReversed());
    else yield next;
  }
}
