import { Command, Option } from "commander";
import {
  type ApiKey,
  createKey,
  type KeyLogsource,
  listKeys,
  readNetwork,
  revokeKey,
  type Role,
  roles,
  rotateKey,
} from "../access/index.ts";
import type { CliOptions } from "./options.ts";

type KeyOptions = Pick<CliOptions, "withRooms" | "print" | "clock">;

/** `detectql keys`: on the server's machine, no key needed; so a lost admin key is replaced. */
export function keysCommand(options: KeyOptions): Command {
  return new Command("keys")
    .description("create, list, rotate and revoke API keys")
    .addCommand(createCommand(options))
    .addCommand(listCommand(options))
    .addCommand(rotateCommand(options))
    .addCommand(revokeCommand(options));
}

interface CreateOptions {
  readonly role: Role;
  readonly name: string;
  readonly expires?: Date;
  readonly logsource?: KeyLogsource;
  readonly network?: readonly string[];
}

function createCommand({ withRooms, print, clock }: KeyOptions): Command {
  return new Command("create")
    .description("create a key and print it: the only time that it can be seen")
    .addOption(new Option("--role <role>", "what it may do").choices(roles).makeOptionMandatory())
    .requiredOption("--name <name>", "whose it is: shown as the actor of what is done with it", readName)
    .option("--expires <time>", "when it ends to be valid, such as 2027-01-31T00:00:00Z", readTime)
    .option("--logsource <dimensions>", "what its events are, such as product=aws,service=cloudtrail", readLogsource)
    .option("--network <cidr>", "where it may be used from, such as 10.0.0.0/8; may be given again", addNetwork)
    .action(async ({ role, name, expires, logsource, network: networks }: CreateOptions) => {
      if (logsource && role !== "ingest" && role !== "admin")
        throw new Error(`--logsource is for keys that send events; the role ${role} does not`);
      if (expires && expires <= clock()) throw new Error(`--expires ${expires.toISOString()} is over already`);
      const wanted = {
        role,
        name,
        ...(expires && { expiresAt: expires }),
        ...(logsource && { logsource }),
        ...(networks && { networks }),
      };
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

function rotateCommand({ withRooms, print }: Pick<CliOptions, "withRooms" | "print">): Command {
  return new Command("rotate")
    .description("give a key another secret and print it; the one before stops at once")
    .argument("<name>")
    .action(async (name: string) => {
      const key = await withRooms(({ database, actor, clock }) => rotateKey(database, actor, { name }, clock()));
      if (key === undefined) throw new Error(`there is no living key named ${name}`);
      print(key);
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

const line = ({ name, role, createdAt, lastUsedAt, expiresAt, revokedAt, logsource, networks }: ApiKey): string =>
  `${name.padEnd(24)} ${role.padEnd(8)} created ${day(createdAt)}  last used ${day(lastUsedAt)}  expires ${day(expiresAt)}` +
  (logsource ? `  logsource ${printLogsource(logsource)}` : "") +
  (networks.length > 0 ? `  from ${networks.join(",")}` : "") +
  (revokedAt ? `  REVOKED ${day(revokedAt)}` : "");

const printLogsource = (logsource: KeyLogsource): string =>
  Object.entries(logsource)
    .map((dimension) => dimension.join("="))
    .join(",");

const dimensions = ["product", "category", "service"];

function readLogsource(text: string): KeyLogsource {
  const given = text.split(",").map((part) => /^([a-z]+)=(.{1,200})$/.exec(part.trim())?.slice(1) ?? [part, ""]);
  const names = given.map(([name = ""]) => name);
  const wrong = given.find(
    ([name = "", value = ""]) => !dimensions.includes(name) || value === "" || value.includes("\0"),
  );
  if (wrong === undefined && new Set(names).size === names.length) return Object.fromEntries(given) as KeyLogsource;
  throw new Error(`--logsource ${text}: write product=..,category=..,service=.., each at most once`);
}

function readName(text: string): string {
  const name = text.trim();
  if (name.length > 0 && name.length <= 100 && !name.includes("\0")) return name;
  throw new Error("--name: a key's name has 1 to 100 characters");
}

function addNetwork(text: string, before: readonly string[] = []): readonly string[] {
  const network = readNetwork(text);
  if (network !== undefined) return [...before, network];
  throw new Error(`--network ${text}: write 10.0.0.0/8, 2001:db8::/32 or an address`);
}

function readTime(text: string): Date {
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time;
  throw new Error(`--expires ${text}: write a time as 2027-01-31T00:00:00Z`);
}
