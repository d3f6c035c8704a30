import type { Actor } from "../access/index.ts";
import type { Problem } from "../sigma/index.ts";
import type { RuleRoom } from "./importRules.ts";
import { identityOf, type SigmaDocument } from "./document.ts";
import { checkIncoming } from "./incomingReferences.ts";
import { lintText } from "./lintTexts.ts";
import type { RuleBook } from "./ruleBook.ts";
import { readDocuments, type RuleEntry } from "./ruleEntry.ts";
import { hasErrors, saveRules } from "./saveRules.ts";

/** Why a change of a rule was not made, though its text is in order. */
export interface RuleRefusal {
  readonly code: "ALREADY_EXISTS" | "NOT_FOUND" | "CONFLICT" | "IDENTITY_CHANGED" | "NOT_ONE_RULE";
  readonly message: string;
}

/** `entry` is the rule as it is now, absent if nothing could be stored. */
export interface EditResult {
  readonly entry?: RuleEntry;
  /** What is wrong with the text; of one that can be stored, what the checks say of it as well. */
  readonly problems: readonly Problem<string>[];
  readonly refusal?: RuleRefusal;
}

/** The name that problems of a text from the API are reported under. */
const apiSource = "api";

/** Stores a new rule. */
export async function createRule(room: RuleRoom, actor: Actor, yaml: string): Promise<EditResult> {
  const read = readOne(yaml, await room.registry.refresh(actor.tenantId), room.clock());
  if (!("document" in read)) return read;
  const identity = identityOf(read.document);
  const text = { document: read.document, yaml, source: apiSource, expected: "absent" } as const;
  const outcomes = await saveRules(room.database, actor, [text], room.clock());
  if (outcomes.get(identity) === "conflict") {
    const message = `a rule ${identity} exists already: update it, or give this one another id`;
    return { problems: read.problems, refusal: { code: "ALREADY_EXISTS", message } };
  }
  return await saved(room, actor, identity, read.problems);
}

export interface RuleUpdate {
  readonly identity: string;
  readonly yaml: string;
  /** The version that the change was decided on. */
  readonly expectedVersion: number;
}

/** Stores another text of a rule as a new revision; the same text changes nothing. */
export async function updateRule(room: RuleRoom, actor: Actor, update: RuleUpdate): Promise<EditResult> {
  const book = await room.registry.refresh(actor.tenantId);
  const read = readOne(update.yaml, book, room.clock());
  if (!("document" in read)) return read;
  const { problems } = read;
  const refuse = (code: RuleRefusal["code"], message: string) => ({ problems, refusal: { code, message } });
  const known = book.byIdentity.get(update.identity);
  if (!known || known.deletedAt) return refuse("NOT_FOUND", `there is no rule ${update.identity}`);
  const identity = identityOf(read.document);
  if (identity !== update.identity) {
    return refuse(
      "IDENTITY_CHANGED",
      `the text's id is ${identity}, the rule's is ${update.identity}: keep it, or create a new rule`,
    );
  }
  const text = { document: read.document, yaml: update.yaml, source: apiSource, expected: update.expectedVersion };
  const outcomes = await saveRules(room.database, actor, [text], room.clock());
  if (outcomes.get(identity) === "conflict") {
    return refuse("CONFLICT", `the rule has changed since version ${update.expectedVersion}: read it again`);
  }
  return await saved(room, actor, identity, problems);
}

async function saved(
  { registry }: RuleRoom,
  { tenantId }: Actor,
  identity: string,
  problems: EditResult["problems"],
): Promise<EditResult> {
  const entry = (await registry.refresh(tenantId)).byIdentity.get(identity);
  return entry ? { entry, problems } : { problems };
}

/** Reads a text that must hold exactly one rule, filter or correlation. */
function readOne(
  yaml: string,
  book: RuleBook,
  now: Date,
): EditResult | { readonly document: SigmaDocument; readonly problems: EditResult["problems"] } {
  const source = { name: apiSource, text: yaml };
  const { documents, ...read } = readDocuments(source, book.surroundings);
  const problems = [...read.problems, ...checkIncoming([documents], book).flatMap((found) => found.problems)];
  if (hasErrors(problems)) return { problems };
  const [document, ...others] = documents;
  if (document && others.length === 0)
    return { document, problems: [...problems, ...lintText({ document, source }, now)] };
  const message = `the text holds ${documents.length} rules: give one, or import the file`;
  return { problems, refusal: { code: "NOT_ONE_RULE", message } };
}
