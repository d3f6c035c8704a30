import { type Actor, recordAudit } from "../access/index.ts";
import { changeRules, type Database } from "../store/index.ts";
import type { RuleRoom } from "./importRules.ts";

/** What a placeholder `%name%` stands for in the tenant's rules. */
export interface ValueList {
  readonly name: string;
  readonly values: readonly string[];
  readonly updatedAt: Date;
}

/** Sets a list, new or not. The rules that use it are compiled anew, in every process. */
export async function setValueList(
  { database, registry, clock }: RuleRoom,
  actor: Actor,
  name: string,
  values: readonly string[],
): Promise<ValueList> {
  const { tenantId } = actor;
  const list = { values: [...values], updatedAt: clock() };
  await changeRules(database.prisma, tenantId, async ({ db }) => {
    await db.valueList.upsert({
      where: { tenantId_name: { tenantId, name } },
      create: { tenantId, name, ...list },
      update: list,
    });
    await recordAudit(db, actor, list.updatedAt, [
      { action: "valueList.set", subject: name, new: { values: values.length } },
    ]);
  });
  await registry.refresh(tenantId);
  return { name, ...list };
}

/** Removes a list; rules that use it say so and find nothing. @returns false if there is none of that name */
export async function deleteValueList(
  { database, registry, clock }: RuleRoom,
  actor: Actor,
  name: string,
): Promise<boolean> {
  const { tenantId } = actor;
  const deleted = await changeRules(database.prisma, tenantId, async ({ db }) => {
    const { count } = await db.valueList.deleteMany({ where: { tenantId, name } });
    if (count > 0) await recordAudit(db, actor, clock(), [{ action: "valueList.delete", subject: name }]);
    return count > 0;
  });
  await registry.refresh(tenantId);
  return deleted;
}

/** The tenant's lists by name. */
export async function listValueLists({ prisma }: Pick<Database, "prisma">, tenantId: number): Promise<ValueList[]> {
  return await prisma.valueList.findMany({
    where: { tenantId },
    orderBy: { name: "asc" },
    select: { name: true, values: true, updatedAt: true },
  });
}
