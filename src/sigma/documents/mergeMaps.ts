import { plainData } from "../yaml/plainData.ts";
import type { Entry, MapNode } from "../yaml/node.ts";

/** A key that both maps have with values that differ: the base's value is lost. */
export type OnConflict = (entry: Entry) => void;

/**
 * A map with what it lacks from a base. Maps in it are merged in the same way; of anything else its own value wins.
 *
 * The base's keys come first, in its order. The result stands where the own map stands.
 */
export function mergeMaps(base: MapNode, own: MapNode, onConflict: OnConflict): MapNode {
  const owned = new Map(own.entries.map((entry) => [entry.key.text, entry]));
  const merged = base.entries.map((below): Entry => {
    const above = owned.get(below.key.text);
    if (!above) return below;
    owned.delete(below.key.text);
    return mergeEntries(below, above, onConflict);
  });
  return { kind: "map", entries: [...merged, ...owned.values()], span: own.span };
}

function mergeEntries(below: Entry, above: Entry, onConflict: OnConflict): Entry {
  if (below.value.kind === "map" && above.value.kind === "map") {
    return { key: above.key, value: mergeMaps(below.value, above.value, onConflict) };
  }
  if (JSON.stringify(plainData(below.value)) !== JSON.stringify(plainData(above.value))) onConflict(above);
  return above;
}
