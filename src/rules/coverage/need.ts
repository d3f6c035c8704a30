/** What would have to be there for a part of a rule to hold. */
export type Need =
  /** A field that the events do not carry. */
  | { readonly kind: "field"; readonly field: string }
  /** Another value than the one that all events of the kind have. */
  | { readonly kind: "value"; readonly field: string; readonly had: string }
  /** What no event can give, such as all of no selections. */
  | { readonly kind: "nothing" }
  | { readonly kind: "all" | "any"; readonly needs: readonly Need[] };

/** One need of several; of one it is that one. */
export function joinNeeds(kind: "all" | "any", needs: readonly Need[]): Need {
  const distinct = [...new Map(needs.map((need) => [JSON.stringify(need), need])).values()];
  const [only] = distinct;
  if (only === undefined) return { kind: "nothing" };
  return distinct.length === 1 ? only : { kind, needs: distinct };
}

/** The fields that a need names, each once. */
export function fieldsNeeded(need: Need): readonly string[] {
  switch (need.kind) {
    case "field":
      return [need.field];
    case "value":
    case "nothing":
      return [];
    case "all":
    case "any":
      return [...new Set(need.needs.flatMap(fieldsNeeded))];
  }
}

/** So many of a list are named, the rest counted. */
const mostNamed = 4;

/** `OriginalFileName`, `Hashes or Imphash`, `A and (B or C)`. */
export function printNeed(need: Need): string {
  switch (need.kind) {
    case "field":
      return need.field;
    case "value":
      return `another ${need.field} than ${need.had}`;
    case "nothing":
      return "what no event can have";
    case "all":
    case "any": {
      const { needs } = need;
      const named = needs.slice(0, mostNamed).map((part) => printPart(part));
      const more = needs.length > mostNamed ? [`${needs.length - mostNamed} more`] : [];
      return [...named, ...more].join(need.kind === "all" ? " and " : " or ");
    }
  }
}

const printPart = (need: Need): string =>
  need.kind === "all" || need.kind === "any" ? `(${printNeed(need)})` : printNeed(need);
