import type { Actor } from "../access/index.ts";
import type { Problem } from "../sigma/index.ts";
import { identityOf } from "./document.ts";
import type { RuleRoom } from "./importRules.ts";
import { apiSource, readDraft } from "./readDraft.ts";
import { findRevisions } from "./revisions.ts";
import type { RuleEntry } from "./ruleEntry.ts";
import { type InitialWord, type RuleText, saveRules } from "./saveRules.ts";

/** Why a change of a rule was not made, though its text is in order. */
export interface RuleRefusal {
  readonly code: "ALREADY_EXISTS" | "NOT_FOUND" | "CONFLICT" | "IDENTITY_CHANGED" | "NOT_ONE_RULE" | "NOT_A_FILTER";
  readonly message: string;
}

/** `entry` is the rule as it is now, absent if nothing could be stored. */
export interface EditResult {
  readonly entry?: RuleEntry;
  /** What is wrong with the text; of one that can be stored, what the checks say of it as well. */
  readonly problems: readonly Problem<string>[];
  readonly refusal?: RuleRefusal;
}

/** The text is that of the revision, which the problems have their places in. */
export interface RestoreResult extends EditResult {
  readonly text?: string;
}

/** Stores a new rule. One that was deleted comes back as a new revision. */
export async function createRule(
  room: RuleRoom,
  actor: Actor,
  yaml: string,
  word: InitialWord = {},
): Promise<EditResult> {
  const read = readDraft(yaml, await room.registry.refresh(actor.tenantId), room.clock());
  if (!("document" in read)) return read;
  const { document, problems } = read;
  if (word.expiresAt && document.kind !== "filter") {
    return { problems, refusal: { code: "NOT_A_FILTER", message: `this is a ${document.kind}: only filters expire` } };
  }
  const identity = identityOf(document);
  const conflict: RuleRefusal = {
    code: "ALREADY_EXISTS",
    message: `a rule ${identity} exists already: update it, or give this one another id`,
  };
  const text: RuleText = { document, yaml, source: apiSource, expected: "absent", word };
  return await save(room, actor, text, { problems, conflict });
}

export interface RuleUpdate {
  readonly identity: string;
  readonly yaml: string;
  /** The version that the change was decided on. */
  readonly expectedVersion: number;
}

/** Stores another text of a rule as a new revision; the same text changes nothing. */
export async function updateRule(room: RuleRoom, actor: Actor, update: RuleUpdate): Promise<EditResult> {
  const known = (await room.registry.refresh(actor.tenantId)).byIdentity.get(update.identity);
  return await revise(room, actor, { ...update, source: apiSource, isThere: known?.deletedAt === null });
}

export interface RuleRestoration extends Omit<RuleUpdate, "yaml"> {
  readonly revision: number;
}

/** Makes a text that a rule once had its newest revision. A rule that was deleted is there again. */
export async function restoreRule(
  room: RuleRoom,
  actor: Actor,
  { identity, revision, expectedVersion }: RuleRestoration,
): Promise<RestoreResult> {
  const known = (await room.registry.refresh(actor.tenantId)).byIdentity.get(identity);
  const wanted = known ? [{ ruleId: known.id, revision }] : [];
  const [found] = await findRevisions(room.database, actor.tenantId, wanted);
  if (known && !found) {
    const message = `the rule ${identity} has revisions 1 to ${known.revision}, not ${revision}`;
    return { problems: [], refusal: { code: "NOT_FOUND", message } };
  }
  const { yaml = "", source = apiSource } = found ?? {};
  const isThere = known !== undefined;
  return { ...(await revise(room, actor, { identity, yaml, source, expectedVersion, isThere })), text: yaml };
}

interface Revision extends RuleUpdate {
  readonly source: string;
  readonly isThere: boolean;
}

async function revise(room: RuleRoom, actor: Actor, revision: Revision): Promise<EditResult> {
  const { identity, yaml, source, expectedVersion, isThere } = revision;
  const refuse = (problems: EditResult["problems"], code: RuleRefusal["code"], message: string): EditResult => ({
    problems,
    refusal: { code, message },
  });
  if (!isThere) return refuse([], "NOT_FOUND", `there is no rule ${identity}`);
  const read = readDraft(yaml, await room.registry.book(actor.tenantId), room.clock());
  if (!("document" in read)) return read;
  const { document, problems } = read;
  const other = identityOf(document);
  if (other !== identity) {
    const message = `the text's id is ${other}, the rule's is ${identity}: keep it, or create a new rule`;
    return refuse(problems, "IDENTITY_CHANGED", message);
  }
  const conflict: RuleRefusal = {
    code: "CONFLICT",
    message: `the rule has changed since version ${expectedVersion}: read it again`,
  };
  return await save(room, actor, { document, yaml, source, expected: expectedVersion }, { problems, conflict });
}

interface Answers {
  readonly problems: EditResult["problems"];
  /** If the rule is not as it was expected. */
  readonly conflict: RuleRefusal;
}

async function save(
  { database, registry, clock }: RuleRoom,
  actor: Actor,
  text: RuleText,
  { problems, conflict }: Answers,
): Promise<EditResult> {
  const identity = identityOf(text.document);
  const outcomes = await saveRules(database, actor, [text], clock());
  if (outcomes.get(identity) === "conflict") return { problems, refusal: conflict };
  const entry = (await registry.refresh(actor.tenantId)).byIdentity.get(identity);
  return entry ? { entry, problems } : { problems };
}
