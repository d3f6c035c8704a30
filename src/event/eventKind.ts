import type { Classification, Event } from "./event.ts";

/** Events that are alike to rules: they have the same classification and the same code. */
export interface EventKind extends Classification {
  /** Within its log: on Windows the EventID. */
  readonly code?: string;
}

/** A kind for people: `windows/security/4688`. Two kinds may have the same name: see `kindKey`. */
export function kindName({ product, categories, service, code }: EventKind): string {
  const log = service ?? (categories.length > 0 ? categories.join("+") : undefined);
  return [product, log, code].filter((part) => part !== undefined).join("/") || "unclassified";
}

/** The same text for the same kind, another for any other. */
export const kindKey = ({ product, categories, service, otherServices = [], code }: EventKind): string =>
  JSON.stringify([
    ...[product ?? null, service ?? null, categories.toSorted(), code ?? null],
    ...(otherServices.length > 0 ? [otherServices.toSorted()] : []),
  ]);

export interface KeyedKind {
  readonly kind: EventKind;
  readonly key: string;
}

/** An event's kind with its key. Each is worked out once: there are few kinds, and many events. */
export function keyedKind({ classification, code }: Pick<Event, "classification" | "code">): KeyedKind {
  const { product, categories, service, otherServices = [] } = classification;
  const names = [product ?? "", service ?? "", code ?? "", `${otherServices.length}`, ...otherServices, ...categories];
  const spelling = names.join(separator);
  const known = kinds.get(spelling);
  if (known !== undefined) return known;
  const kind = code === undefined ? classification : { ...classification, code };
  const keyed = { kind, key: kindKey(kind) };
  // Senders choose what kinds there are.
  if (kinds.size >= mostKinds) kinds.clear();
  const isPlain = spelling.length <= longestSpelling && !names.some((name) => name.includes(separator));
  if (isPlain) kinds.set(spelling, keyed);
  return keyed;
}

const separator = "\n";
const kinds = new Map<string, KeyedKind>();
const mostKinds = 2_000;
const longestSpelling = 400;
