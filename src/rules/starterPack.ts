import type { Actor } from "../access/index.ts";
import type { Source } from "../sigma/index.ts";
import { importRules, type ImportReport, type RuleRoom } from "./importRules.ts";

/** Loads the starter pack into a store that has never had a rule; what an admin removed does not come back. */
export async function loadStarterPack(
  room: RuleRoom,
  actor: Actor,
  readPack: () => Promise<readonly Source[]>,
): Promise<readonly ImportReport[]> {
  const book = await room.registry.book(actor.tenantId);
  return book.byId.size > 0 ? [] : await importRules(room, actor, await readPack());
}
