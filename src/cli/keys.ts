import { Command, Option } from "commander";
import { type ApiKey, createKey, listKeys, revokeKey, type Role, roles } from "../access/index.ts";
import type { CliOptions } from "./options.ts";

type KeyOptions = Pick<CliOptions, "withRooms" | "print" | "clock">;

/** `detectql keys`: on the server's machine, no key needed; so a lost admin key is replaced. */
export function keysCommand(options: KeyOptions): Command {
  return new Command("keys")
    .description("create, list and revoke API keys")
    .addCommand(createCommand(options))
    .addCommand(listCommand(options))
    .addCommand(revokeCommand(options));
}

interface CreateOptions {
  readonly role: Role;
  readonly name: string;
  readonly expires?: Date;
}

function createCommand({ withRooms, print, clock }: KeyOptions): Command {
  return new Command("create")
    .description("create a key and print it: the only time that it can be seen")
    .addOption(new Option("--role <role>", "what it may do").choices(roles).makeOptionMandatory())
    .requiredOption("--name <name>", "whose it is: shown as the actor of what is done with it", readName)
    .option("--expires <time>", "when it ends to be valid, such as 2027-01-31T00:00:00Z", readTime)
    .action(async ({ role, name, expires }: CreateOptions) => {
      if (expires && expires <= clock()) throw new Error(`--expires ${expires.toISOString()} is over already`);
      const wanted = { role, name, ...(expires && { expiresAt: expires }) };
      const key = await withRooms(({ database, actor }) => createKey(database, actor, wanted, clock()));
      if (key === undefined) throw new Error(`a key named ${name} exists: revoke it first, or choose another name`);
      print(key);
    });
}

function listCommand({ withRooms, print }: Pick<CliOptions, "withRooms" | "print">): Command {
  return new Command("list").description("list keys, never the keys themselves").action(async () => {
    const keys = await withRooms(({ database, actor }) => listKeys(database, actor.tenantId));
    for (const key of keys) print(line(key));
  });
}

function revokeCommand({ withRooms, print }: Pick<CliOptions, "withRooms" | "print">): Command {
  return new Command("revoke")
    .description("revoke a key at once")
    .argument("<name>")
    .action(async (name: string) => {
      const done = await withRooms(({ database, actor, clock }) => revokeKey(database, actor, name, clock()));
      if (!done) throw new Error(`there is no living key named ${name}`);
      print(`revoked ${name}`);
    });
}

const day = (date: Date | null): string => date?.toISOString().slice(0, 16) ?? "never";

const line = ({ name, role, createdAt, lastUsedAt, expiresAt, revokedAt }: ApiKey): string =>
  `${name.padEnd(24)} ${role.padEnd(8)} created ${day(createdAt)}  last used ${day(lastUsedAt)}  expires ${day(expiresAt)}` +
  (revokedAt ? `  REVOKED ${day(revokedAt)}` : "");

function readName(text: string): string {
  const name = text.trim();
  if (name.length > 0 && name.length <= 100 && !name.includes("\0")) return name;
  throw new Error("--name: a key's name has 1 to 100 characters");
}

function readTime(text: string): Date {
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time;
  throw new Error(`--expires ${text}: write a time as 2027-01-31T00:00:00Z`);
}
