import type { Pipeline } from "../detection/index.ts";
import { exportRules, filterRules } from "../rules/index.ts";

/** All rules of a tenant as one text of many YAML documents, for those that ask without GraphQL. */
export async function exportYaml({ registry }: Pick<Pipeline, "registry">, tenantId: number): Promise<string> {
  return exportRules(filterRules(await registry.book(tenantId), {})).yaml;
}
