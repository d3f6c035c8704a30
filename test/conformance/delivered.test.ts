import { describe, expect, test } from "vitest";
import { logsources } from "../../src/event/index.ts";
import { hasSigmahq, readRules } from "./sigmahq.ts";

/** Products whose logs are not those of Linux, macOS, networks and the web. */
const elsewhere = new Set([
  ...["windows", "aws", "azure", "gcp", "m365", "okta", "github", "bitbucket", "onelogin", "kubernetes"],
  "rpc_firewall",
]);

/** What no shape delivers -> why. */
const undelivered = {
  "fortios//sslvpnd": "files on the appliance, which it does not log",
  "paloalto/file_event/globalprotect": "files on the appliance, which it does not log",
  "qualys//": "fields of a mapping that is not Qualys' own",
  "sql/application/": "errors of any database in the log of any program: the sender must say so",
};

describe.skipIf(!hasSigmahq)(
  "SigmaHQ's logsources beyond Windows and clouds (skipped where its rules are missing)",
  () => {
    test("all are delivered but for these", () => {
      const asked = new Map<string, number>();
      for (const { rules } of readRules().values()) {
        for (const { logsource } of rules) {
          const { product = "", category = "", service = "" } = logsource;
          if (elsewhere.has(product) || isDelivered({ product, category, service })) continue;
          const key = `${product}/${category}/${service}`;
          asked.set(key, (asked.get(key) ?? 0) + 1);
        }
      }
      expect([...asked.keys()].sort()).toEqual(Object.keys(undelivered));
      expect([...asked.values()].reduce((sum, count) => sum + count, 0)).toBeLessThan(10);
    });
  },
);

interface Asked {
  readonly product: string;
  readonly category: string;
  readonly service: string;
}

function isDelivered({ product, category, service }: Asked): boolean {
  return logsources.some((row) => {
    const categories = [...(row.always ?? []), ...Object.values(row.categories ?? {}).flat()];
    const has = (asked: string, given: string | undefined) => asked === "" || asked === given;
    return has(product, row.product) && has(service, row.service) && (category === "" || categories.includes(category));
  });
}
