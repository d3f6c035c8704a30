import type { Prisma, PrismaClient } from "./generated/client.ts";

/** Where processes hear that a tenant's rules have changed. The payload is the tenant's id. */
export const rulesChannel = "detectql_rules";

/** An open transaction on a tenant's rules. */
export interface RuleTransaction {
  readonly tenantId: number;
  /** What `changedAtVersion` of every changed rule must become. */
  readonly rulesVersion: bigint;
  readonly db: Prisma.TransactionClient;
}

/** Thousands of rules can be imported in one transaction. */
const timeoutMs = 300_000;

/**
 * Runs `change` in a transaction that alone may change the tenant's rules, and tells every process afterwards.
 *
 * The update of the tenant's row comes first: it is the lock that makes reading a rule before changing it safe.
 */
export async function changeRules<T>(
  prisma: PrismaClient,
  tenantId: number,
  change: (transaction: RuleTransaction) => Promise<T>,
): Promise<T> {
  return await prisma.$transaction(
    async (db) => {
      const { rulesVersion } = await db.tenant.update({
        where: { id: tenantId },
        data: { rulesVersion: { increment: 1 } },
      });
      const result = await change({ tenantId, rulesVersion, db });
      await db.$executeRaw`select pg_notify(${rulesChannel}, ${String(tenantId)})`;
      return result;
    },
    { maxWait: timeoutMs, timeout: timeoutMs },
  );
}
