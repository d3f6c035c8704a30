import { type Actor, recordAudit } from "../access/index.ts";
import { parsePipeline, type Problem } from "../sigma/index.ts";
import { changeRules, type Database } from "../store/index.ts";
import type { RuleRoom } from "./importRules.ts";
import { hasErrors } from "./saveRules.ts";

/** A processing pipeline of pySigma, as it is stored. */
export interface StoredPipeline {
  readonly name: string;
  readonly yaml: string;
  readonly updatedAt: Date;
}

export interface PipelineResult {
  /** Absent if the text has an error. */
  readonly pipeline?: StoredPipeline;
  readonly problems: readonly Problem[];
}

/** Sets a pipeline, new or not. All rules are processed anew, in every process. */
export async function setPipeline(
  { database, registry, clock }: RuleRoom,
  actor: Actor,
  name: string,
  yaml: string,
): Promise<PipelineResult> {
  const { problems } = parsePipeline({ name, text: yaml });
  if (hasErrors(problems)) return { problems };
  const { tenantId } = actor;
  const stored = { yaml, updatedAt: clock() };
  await changeRules(database.prisma, tenantId, async ({ db }) => {
    await db.pipeline.upsert({
      where: { tenantId_name: { tenantId, name } },
      create: { tenantId, name, ...stored },
      update: stored,
    });
    await recordAudit(db, actor, stored.updatedAt, [{ action: "pipeline.set", subject: name }]);
  });
  await registry.refresh(tenantId);
  return { pipeline: { name, ...stored }, problems };
}

/** Removes a pipeline; rules are again what their authors wrote. @returns false if there is none of that name */
export async function deletePipeline(
  { database, registry, clock }: RuleRoom,
  actor: Actor,
  name: string,
): Promise<boolean> {
  const { tenantId } = actor;
  const deleted = await changeRules(database.prisma, tenantId, async ({ db }) => {
    const { count } = await db.pipeline.deleteMany({ where: { tenantId, name } });
    if (count > 0) await recordAudit(db, actor, clock(), [{ action: "pipeline.delete", subject: name }]);
    return count > 0;
  });
  await registry.refresh(tenantId);
  return deleted;
}

/** The tenant's pipelines by name. */
export async function listPipelines({ prisma }: Pick<Database, "prisma">, tenantId: number): Promise<StoredPipeline[]> {
  return await prisma.pipeline.findMany({
    where: { tenantId },
    orderBy: { name: "asc" },
    select: { name: true, yaml: true, updatedAt: true },
  });
}
