import { fold } from "../std/index.ts";
import { classifications } from "./classify.ts";
import type { Classification } from "./event.ts";

/** The dimensions that a rule's logsource names. */
export interface Wanted {
  readonly product?: string | undefined;
  readonly category?: string | undefined;
  readonly service?: string | undefined;
}

/**
 * Whether a record of some shape can become an event that a rule with this logsource is offered, without its sender declaring
 * anything: one and the same event has every dimension that is named.
 */
export function isDeliverable(wanted: Wanted): boolean {
  return known().some((has) => missing(has, wanted).length === 0);
}

/** Why no event has this logsource, in words; undefined if one has. */
export function whyUndeliverable(wanted: Wanted): string | undefined {
  if (isDeliverable(wanted)) return undefined;
  for (const dimension of dimensions) {
    const alone = { [dimension]: wanted[dimension] };
    if (!isDeliverable(alone)) return `no shape gives ${name(alone)}`;
  }
  for (const dimension of dimensions) {
    const others = { ...wanted, [dimension]: undefined };
    if (isDeliverable(others)) return `${name({ [dimension]: wanted[dimension] })} never comes with ${name(others)}`;
  }
  return "no shape gives these together";
}

const dimensions = ["product", "category", "service"] as const;

const name = (wanted: Wanted): string =>
  dimensions.flatMap((each) => (wanted[each] === undefined ? [] : `${each} "${wanted[each]}"`)).join(" and ");

/** The dimensions of an event, as sets of folded names. */
type Has = Readonly<Record<(typeof dimensions)[number], ReadonlySet<string>>>;

const missing = (has: Has, wanted: Wanted): readonly string[] =>
  dimensions.filter((each) => wanted[each] !== undefined && !has[each].has(fold(wanted[each])));

function dimensionsOf({ product, categories, service, otherServices = [] }: Classification): Has {
  const folded = (names: readonly (string | undefined)[]) => new Set(names.flatMap((each) => (each ? fold(each) : [])));
  return { product: folded([product]), category: folded(categories), service: folded([service, ...otherServices]) };
}

/** Worked out when first asked for. */
let table: readonly Has[] | undefined;
const known = (): readonly Has[] => (table ??= classifications().map(dimensionsOf));
