import { parseSigma } from "../sigma/index.ts";
import type { Database } from "../store/index.ts";
import { documentsOf } from "./document.ts";
import type { RuleEntry } from "./ruleEntry.ts";

/** A rule's text as it once was. */
export interface RuleRevision {
  readonly ruleId: number;
  readonly revision: number;
  readonly yaml: string;
  readonly source: string;
  readonly actor: string;
  readonly createdAt: Date;
}

/** Revisions by rule and number; those that do not exist are absent. */
export async function findRevisions(
  { prisma }: Database,
  tenantId: number,
  wanted: readonly Pick<RuleRevision, "ruleId" | "revision">[],
): Promise<RuleRevision[]> {
  return await prisma.ruleRevision.findMany({
    where: { tenantId, OR: wanted.map(({ ruleId, revision }) => ({ ruleId, revision })) },
  });
}

/** All revisions of a rule, newest first. */
export async function listRevisions(
  { prisma }: Database,
  tenantId: number,
  { id }: Pick<RuleEntry, "id">,
): Promise<RuleRevision[]> {
  return await prisma.ruleRevision.findMany({ where: { tenantId, ruleId: id }, orderBy: { revision: "desc" } });
}

/** The title that a revision's text gives; null if the text is not understood any more. */
export const titleOf = (yaml: string): string | null =>
  documentsOf(parseSigma({ name: "revision", text: yaml }))[0]?.title ?? null;
