import { isDeliverable, logsources } from "../../event/index.ts";
import type { Logsource } from "../../sigma/index.ts";
import { fieldNames } from "../fieldNames.ts";

/** Category and service of one kind of event; either may be empty. */
interface Known {
  readonly product: string;
  readonly category: string;
  readonly service: string;
}

/** Every kind of event that Sigma's taxonomy names, or that DetectQL recognises. */
const known: readonly Known[] = [
  ...Object.keys(fieldNames).map((key) => {
    const [product = "", category = "", service = ""] = key.split("/");
    return { product, category, service };
  }),
  ...logsources.flatMap(
    ({ product = "", service = "", otherServices = [], always = [], categories = {}, actions = {} }) => [
      ...[service, ...otherServices].map((each) => ({ product, category: "", service: each })),
      ...[always, ...Object.values(categories), ...Object.values(actions).flatMap((added) => Object.values(added))]
        .flat()
        .map((category) => ({ product, category, service: "" })),
    ],
  ),
];

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)].filter((name) => name !== "");

export const knownProducts: readonly string[] = distinct(known.map(({ product }) => product));

/** The categories or services that go with a product; all there are if no product is named. */
export function namesWith(kind: "category" | "service", product: string | undefined): readonly string[] {
  return distinct(known.filter((one) => product === undefined || one.product === product).map((one) => one[kind]));
}

/** Whether some event is of this logsource without its sender saying so. */
export function isRecognised({ product, category, service }: Logsource): boolean {
  return isDeliverable({ product: spell(product), category: spell(category), service: spell(service) });
}

/** How names of logsources are spelt: a check of its own speaks of other spellings. */
export const spellLogsource = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, "_");

const spell = (name: string | undefined): string | undefined => (name === undefined ? undefined : spellLogsource(name));

/** The first name of a logsource that nothing else goes with; undefined if the logsource is known. */
export function strangerIn(logsource: Logsource): "product" | "category" | "service" | undefined {
  const [product, category, service] = [logsource.product, logsource.category, logsource.service].map(spell);
  if (product !== undefined && !knownProducts.includes(product)) return "product";
  if (category !== undefined && !namesWith("category", product).includes(category)) return "category";
  if (service !== undefined && !namesWith("service", product).includes(service)) return "service";
  return undefined;
}
