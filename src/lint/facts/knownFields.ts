import type { Logsource } from "../../sigma/index.ts";
import { fieldNames } from "../fieldNames.ts";

/** Hashes are compared alone, too: events get a field for each algorithm. */
const besideHashes = ["md5", "sha1", "sha256", "Imphash"];

/** The fields of a logsource, as far as they are listed. */
export interface KnownFields {
  readonly names: ReadonlySet<string>;
  /** Whether there are no others. */
  readonly isComplete: boolean;
}

/** The names of the fields that events of a logsource have. */
export function fieldsOf(logsource: Logsource): KnownFields {
  const known = cache.get(keyOf(logsource)) ?? collect(logsource);
  cache.set(keyOf(logsource), known);
  return known;
}

/** Rules share a few logsources. Bounded, since a rule may name any. */
const cache = new Map<string, KnownFields>();
const maxCached = 1_000;

function collect(logsource: Logsource): KnownFields {
  if (cache.size >= maxCached) cache.clear();
  const lists = listsOf(logsource);
  const listed = lists.flatMap((list) => list.split(" ")).filter((name) => name !== "");
  const common = (fieldNames[`${logsource.product ?? ""}//`] ?? "").split(" ").filter((name) => name !== "");
  const isComplete = lists.length > 0 && lists.every((list) => list !== "");
  const names = new Set([...listed, ...common, ...(listed.includes("Hashes") ? besideHashes : [])]);
  return { names, isComplete };
}

/** The lists of the category and of the service; of every product if none is named, and none fits without one. */
function listsOf({ product, category, service }: Logsource): readonly string[] {
  const keys = [
    ...(category === undefined ? [] : [`/${category}/`]),
    ...(service === undefined ? [] : [`//${service}`]),
  ];
  return keys.flatMap((key) => {
    const own = fieldNames[(product ?? "") + key];
    if (own !== undefined) return [own];
    if (product !== undefined) return [""];
    return Object.entries(fieldNames).flatMap(([name, list]) => (name.endsWith(key) ? [list] : []));
  });
}

const keyOf = ({ product, category, service }: Logsource): string => JSON.stringify([product, category, service]);
