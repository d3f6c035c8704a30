import { type Actor, type AuditEntry, recordAudit } from "../access/index.ts";
import type { Problem } from "../sigma/index.ts";
import { bug } from "../std/index.ts";
import { changeRules, type Database, type RuleTransaction } from "../store/index.ts";
import { identityOf, type SigmaDocument } from "./document.ts";
import type { RuleState } from "./ruleEntry.ts";

/** `conflict`: the rule is not as the caller expected; nothing was stored. */
export type SaveOutcome = "new" | "changed" | "unchanged" | "conflict";

/** A text on its way into the store. */
export interface RuleText {
  readonly document: SigmaDocument;
  readonly yaml: string;
  /** Where it comes from, such as a file path. */
  readonly source: string;
  /** The version that the change was decided on, or that there must be no such rule yet. Absent: as it comes. */
  readonly expected?: number | "absent";
  readonly word?: InitialWord;
}

/** The admin's word on a rule that comes, or comes again. What is absent is as of any new rule, or as it was. */
export interface InitialWord {
  readonly state?: RuleState;
  /** Of a filter. */
  readonly expiresAt?: Date;
}

/** Warnings do not hinder a rule; errors do. */
export const hasErrors = (problems: readonly Problem<string>[]): boolean =>
  problems.some(({ severity }) => severity === "error");

interface Existing {
  readonly id: number;
  readonly identity: string;
  readonly revision: number;
  readonly version: number;
  readonly deletedAt: Date | null;
  readonly revisions: readonly { readonly revision: number; readonly yaml: string }[];
}

/**
 * Stores rules: the same text is a no-op, another text a new revision that keeps the admin's word, an unknown identity a
 * new rule. A deleted rule comes back. All or none, in one transaction.
 *
 * @param texts no two of the same identity
 * @returns each rule's outcome by identity
 */
export async function saveRules(
  { prisma }: Database,
  actor: Actor,
  texts: readonly RuleText[],
  now: Date,
): Promise<ReadonlyMap<string, SaveOutcome>> {
  if (texts.length === 0) return new Map();
  return await changeRules(prisma, actor.tenantId, async (transaction) => {
    const existing = await findExisting(transaction, texts);
    const outcomes = new Map(texts.map((text) => [identityOf(text.document), outcomeOf(text, existing)]));
    const having = (outcome: SaveOutcome) =>
      texts.filter((text) => outcomes.get(identityOf(text.document)) === outcome);
    await insertNew(transaction, actor, having("new"), now);
    for (const text of having("changed")) {
      const old = existing.get(identityOf(text.document));
      if (old) await addRevision(transaction, actor, { text, old, now });
    }
    await recordAudit(
      transaction.db,
      actor,
      now,
      texts.flatMap((text) => auditOf(text, existing.get(identityOf(text.document)), outcomes)),
    );
    return outcomes;
  });
}

async function findExisting({ db, tenantId }: RuleTransaction, texts: readonly RuleText[]) {
  const rows = await db.rule.findMany({
    where: { tenantId, identity: { in: texts.map(({ document }) => identityOf(document)) } },
    select: {
      id: true,
      identity: true,
      revision: true,
      version: true,
      deletedAt: true,
      revisions: { orderBy: { revision: "desc" }, take: 1, select: { revision: true, yaml: true } },
    },
  });
  return new Map<string, Existing>(rows.map((row) => [row.identity, row]));
}

function outcomeOf(text: RuleText, existing: ReadonlyMap<string, Existing>): SaveOutcome {
  const old = existing.get(identityOf(text.document));
  if (!old) return typeof text.expected === "number" ? "conflict" : "new";
  if (text.expected === "absent" && old.deletedAt === null) return "conflict";
  if (typeof text.expected === "number" && text.expected !== old.version) return "conflict";
  const isSame = withoutEnd(old.revisions[0]?.yaml) === withoutEnd(text.yaml);
  return isSame && old.deletedAt === null ? "unchanged" : "changed";
}

/** A text without the line breaks at its end: a rule among others in a file has lost them. */
const withoutEnd = (yaml: string | undefined): string | undefined => yaml?.trimEnd();

async function insertNew(
  { db, tenantId, rulesVersion }: RuleTransaction,
  actor: Actor,
  texts: readonly RuleText[],
  now: Date,
): Promise<void> {
  const created = await db.rule.createManyAndReturn({
    data: texts.map(({ document, word }) => ({
      ...word,
      tenantId,
      identity: identityOf(document),
      changedAtVersion: rulesVersion,
      createdAt: now,
      updatedAt: now,
    })),
    select: { id: true, identity: true },
  });
  const ids = new Map(created.map(({ id, identity }) => [identity, id]));
  await db.ruleRevision.createMany({
    data: texts.flatMap(({ document, yaml, source }) => {
      const ruleId = ids.get(identityOf(document));
      return ruleId === undefined
        ? []
        : [{ ruleId, revision: 1, tenantId, yaml, source, actor: actor.name, createdAt: now }];
    }),
  });
}

interface Revised {
  readonly text: RuleText;
  readonly old: Existing;
  readonly now: Date;
}

async function addRevision(
  { db, tenantId, rulesVersion }: RuleTransaction,
  actor: Actor,
  { text, old, now }: Revised,
): Promise<void> {
  const revision = old.revision + 1;
  await db.ruleRevision.create({
    data: {
      ruleId: old.id,
      revision,
      tenantId,
      yaml: text.yaml,
      source: text.source,
      actor: actor.name,
      createdAt: now,
    },
  });
  await db.rule.update({
    where: { id: old.id },
    data: {
      ...text.word,
      revision,
      version: { increment: 1 },
      changedAtVersion: rulesVersion,
      updatedAt: now,
      deletedAt: null,
    },
  });
}

function auditOf(
  { document, source }: RuleText,
  old: Existing | undefined,
  outcomes: ReadonlyMap<string, SaveOutcome>,
): AuditEntry[] {
  const subject = identityOf(document);
  switch (outcomes.get(subject)) {
    case "new":
      return [{ action: "rule.create", subject, new: { revision: 1, source } }];
    case "changed": {
      const { revision, deletedAt } = old ?? bug(`no rule ${subject}`);
      const change = { old: { revision }, new: { revision: revision + 1, source } };
      return [{ action: deletedAt === null ? "rule.revise" : "rule.revive", subject, ...change }];
    }
    case "unchanged":
    case "conflict":
    case undefined:
      return [];
  }
}
