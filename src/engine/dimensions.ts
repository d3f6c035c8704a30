import type { Classification } from "../event/index.ts";
import type { Logsource } from "../sigma/index.ts";
import { fold } from "../std/index.ts";

/** A dimension of a logsource with its value: `product:windows`. Case does not count. */
type Dimension = `${"product" | "category" | "service"}:${string}`;

/** The dimensions that an event must have for a rule to be offered it; none for a rule that takes every event. */
export function requiredDimensions({ product, category, service }: Logsource): readonly Dimension[] {
  return [...dimension("product", product), ...dimension("category", category), ...dimension("service", service)];
}

/** All the dimensions that an event has. */
export function eventDimensions(classification: Classification): ReadonlySet<Dimension> {
  const { product, categories, service, otherServices = [] } = classification;
  const ofCategories = categories.flatMap((category) => dimension("category", category));
  const ofServices = [service, ...otherServices].flatMap((each) => dimension("service", each));
  return new Set([...dimension("product", product), ...ofCategories, ...ofServices]);
}

const dimension = (name: "product" | "category" | "service", value: string | undefined): readonly Dimension[] =>
  value === undefined ? [] : [`${name}:${fold(value)}`];
