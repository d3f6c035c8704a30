import { type NewApiKey, readNetwork } from "../../access/index.ts";
import { builder } from "../builder.ts";
import type { InputOf } from "./comparators.ts";
import { RoleEnum } from "../enums.ts";
import { clientError } from "../errors.ts";
import { readText } from "../ids.ts";
import { DeclaredLogsource } from "./eventInput.ts";

const maxNetworks = 100;
const maxNameLength = 100;

export const CreateKeyInput = builder.inputType("CreateKeyInput", {
  description: "A key that is wanted.",
  fields: (t) => ({
    name: t.string({ required: true, description: `Whose it is: 1 to ${maxNameLength} characters.` }),
    role: t.field({ type: RoleEnum, required: true, description: "What it may do." }),
    expiresAt: t.field({ type: "DateTime", description: "Absent: it does not expire." }),
    logsource: t.field({
      type: DeclaredLogsource,
      description: "What the events that come with it are, whatever their records show.",
    }),
    networks: t.stringList({
      description: `CIDR blocks or addresses that it may be used from, at most ${maxNetworks}. Absent: from everywhere.`,
    }),
  }),
});

export function readKeyInput(
  { name, role, expiresAt, logsource, networks }: InputOf<typeof CreateKeyInput>,
  now: Date,
): NewApiKey {
  const pinned = Object.fromEntries(Object.entries(logsource ?? {}).filter(([, value]) => value != null));
  if (Object.keys(pinned).length > 0 && role !== "ingest" && role !== "admin") {
    throw clientError("BAD_USER_INPUT", `logsource is for keys that send events; the role ${role} does not`);
  }
  return {
    name: readKeyName(name),
    role,
    ...(expiresAt && { expiresAt: readLater(expiresAt, "expiresAt", now) }),
    ...(Object.keys(pinned).length > 0 && { logsource: pinned }),
    networks: readNetworks(networks ?? []),
  };
}

function readKeyName(text: string): string {
  const name = readText(text, "name").trim();
  if (name.length > 0 && name.length <= maxNameLength) return name;
  throw clientError("BAD_USER_INPUT", `a key's name has 1 to ${maxNameLength} characters`);
}

/** A time that lies ahead. */
export function readLater(time: Date, name: string, now: Date): Date {
  if (time > now) return time;
  throw clientError("BAD_USER_INPUT", `${name} ${time.toISOString()} is over already`);
}

function readNetworks(texts: readonly string[]): string[] {
  if (texts.length > maxNetworks) {
    throw clientError("BAD_USER_INPUT", `${texts.length} networks were given, at most ${maxNetworks} are allowed`);
  }
  return texts.map((text) => {
    const network = readNetwork(text);
    if (network !== undefined) return network;
    throw clientError("BAD_USER_INPUT", `"${text}" is no network: write 10.0.0.0/8, 2001:db8::/32 or an address`);
  });
}
