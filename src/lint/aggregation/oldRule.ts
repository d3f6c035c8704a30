import { entryOf, type MapNode, parseYaml, type Source, type Span, valueOf } from "../../sigma/index.ts";
import { readMapAt } from "../subject/placeNodes.ts";

/** A rule whose condition has an aggregation, cut where it is rewritten. */
export interface OldRule {
  readonly document: MapNode;
  readonly detection: MapNode;
  readonly title: string;
  /** What other documents call it, if it has a name yet. */
  readonly reference: string | undefined;
  /** The condition before the `|`. */
  readonly condition: string;
  /** What stands behind it. */
  readonly aggregation: string;
  readonly timeframe: string | undefined;
}

/** Reads the rule around an offset; undefined if its condition has no aggregation, or is not one text. */
export function readOldRule(source: Source, offset: number): OldRule | undefined {
  const span = parseYaml(source.text).find((each) => covers(each.span, offset))?.span;
  const document = span && readMapAt(source, span);
  const detection = document && valueOf(document, "detection");
  if (!document || detection?.kind !== "map" || entryOf(document, "action")) return undefined;
  const [condition, aggregation] = (textAt(detection, "condition") ?? "").replaceAll(/\s+/g, " ").split(/\|(.*)/s);
  if (condition === undefined || aggregation === undefined) return undefined;
  return {
    document,
    detection,
    title: textAt(document, "title") ?? "",
    reference: textAt(document, "id") ?? textAt(document, "name"),
    condition: condition.trim(),
    aggregation: aggregation.trim(),
    timeframe: textAt(detection, "timeframe"),
  };
}

const covers = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

function textAt(map: MapNode, key: string): string | undefined {
  const value = valueOf(map, key);
  return value?.kind === "scalar" ? value.text : undefined;
}
