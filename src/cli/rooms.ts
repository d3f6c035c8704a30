import type { Actor } from "../access/index.ts";
import type { RuleRoom } from "../rules/index.ts";

/** What commands that change the store are lent. */
export interface CliRooms extends RuleRoom {
  /** The default tenant, and who audit entries say it was: the command line. */
  readonly actor: Actor;
}
