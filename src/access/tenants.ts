import type { Database } from "../store/index.ts";

/** The tenant that exists from the first migration. */
export async function defaultTenantId({ prisma }: Database): Promise<number> {
  const { id } = await prisma.tenant.findUniqueOrThrow({ where: { name: "default" } });
  return id;
}
