import { type MapNode, type Node, parseYaml, type ScalarNode, type Source, type Span } from "../../sigma/index.ts";

/** The map that stands at this place of a source, with places in the whole source; undefined if there is none. */
export function readMapAt({ text }: Source, { start, end }: Span): MapNode | undefined {
  const [document] = parseYaml(text.slice(start, end));
  return document?.root?.kind === "map" ? moveMap(document.root, start) : undefined;
}

/** What stands where in some trees. */
export interface PlacedNodes {
  /** Every scalar, keys included, by the offset at which it starts. */
  readonly scalars: ReadonlyMap<number, ScalarNode>;
  /** The keys of lists, by the offsets at which they start. */
  readonly listKeys: ReadonlySet<number>;
}

export function placeNodes(nodes: readonly Node[]): PlacedNodes {
  const scalars = new Map<number, ScalarNode>();
  const listKeys = new Set<number>();
  const add = (node: Node): void => {
    if (node.kind === "scalar") scalars.set(node.span.start, node);
    else if (node.kind === "sequence") node.items.forEach(add);
    else {
      for (const { key, value } of node.entries) {
        if (value.kind === "sequence") listKeys.add(key.span.start);
        add(key);
        add(value);
      }
    }
  };
  nodes.forEach(add);
  return { scalars, listKeys };
}

function move(node: Node, by: number): Node {
  if (node.kind === "scalar") return moveScalar(node, by);
  if (node.kind === "map") return moveMap(node, by);
  return { ...node, items: node.items.map((item) => move(item, by)), span: moveSpan(node.span, by) };
}

function moveMap(map: MapNode, by: number): MapNode {
  const entries = map.entries.map(({ key, value }) => ({ key: moveScalar(key, by), value: move(value, by) }));
  return { ...map, entries, span: moveSpan(map.span, by) };
}

function moveScalar(scalar: ScalarNode, by: number): ScalarNode {
  const { span, exactStart } = scalar;
  return { ...scalar, span: moveSpan(span, by), exactStart: exactStart === undefined ? undefined : exactStart + by };
}

const moveSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
