import type { JsonObject } from "../../std/index.ts";
import { deriveField, emptyDraft, renameField, textOf, type Draft } from "../draft.ts";
import { ecsNames, ecsNamesByCode } from "../ecsNames.ts";
import { flattenRecord } from "../flatten.ts";
import { joinHashes } from "../hashes.ts";
import { account } from "../identity.ts";
import type { Reading, Shape } from "../shape.ts";
import { nameOfDatum, windowsOrigin, windowsSourceAddress, windowsUser } from "../windows.ts";

/**
 * Windows events as Winlogbeat 7 to 9 and Elastic Agent write them, with nested or dotted keys.
 *
 * What is in `winlog.event_data` and `winlog.user_data` goes by its own name. Where an ECS pipeline has moved a datum out of there,
 * its ECS field takes the Sigma name (`ecsNames.ts`), and what it took apart (account, hashes, a registry value) is put together.
 */
export const winlogbeat: Shape = {
  name: "winlogbeat",
  fits: (record) =>
    (typeof record["winlog"] === "object" && record["winlog"] !== null) ||
    dotted.some((key) => record[key] !== undefined),
  read,
  time: ["@timestamp", "winlog.time_created", "UtcTime", "event.created"],
  host: ["Computer", "host.name", "host.hostname", "agent.hostname"],
  user: windowsUser,
  sourceAddress: windowsSourceAddress,
};

const dotted = ["winlog.channel", "winlog.event_id", "winlog.provider_name"] as const;

function read(record: JsonObject): Reading {
  const draft = emptyDraft();
  flattenRecord(draft, record, nameOf);
  const channel = textOf(draft, "winlog.channel");
  const code = textOf(draft, "winlog.event_id") ?? textOf(draft, "event.code") ?? "";
  for (const [path, name] of ecsNamesByCode.get(code) ?? []) renameField(draft, path, name);
  for (const [path, name] of ecsNames) renameField(draft, path, name);
  putTogether(draft);
  return { draft, origin: windowsOrigin(draft, channel) };
}

const eventData = "winlog.event_data.";
const userData = "winlog.user_data.";

function nameOf(path: string): string {
  if (path.startsWith(eventData)) return nameOfDatum(path.slice(eventData.length), path);
  return path.startsWith(userData) ? nameOfDatum(path.slice(userData.length), path) : path;
}

function putTogether(draft: Draft): void {
  const { fields } = draft;
  deriveField(draft, "User", account(draft, "user.domain", "user.name"));
  deriveField(draft, "Initiated", initiated.get(textOf(draft, "network.direction") ?? ""));
  deriveField(draft, "Details", registryDetails(draft));
  joinHashes(draft);
  if (fields.has("param1") && !fields.has("Data"))
    fields.set(
      "Data",
      numbered.flatMap((name) => fields.get(name) ?? []),
    );
}

/** Winlogbeat numbers the data that have no name; rules know them as `Data`. */
const numbered = Array.from({ length: 20 }, (_, index) => `param${index + 1}`);

const initiated = new Map([
  ["egress", "true"],
  ["outbound", "true"],
  ["ingress", "false"],
  ["inbound", "false"],
]);

/** Sysmon writes a number that is set in the registry as `DWORD (0x00000001)`; the pipeline leaves its decimal text. */
function registryDetails(draft: Draft): string | undefined {
  const text = textOf(draft, "registry.data.strings");
  const isNumber = textOf(draft, "registry.data.type") === "SZ_DWORD" && /^\d{1,10}$/.test(text ?? "");
  if (!isNumber) return text;
  return `DWORD (0x${Number(text).toString(16).padStart(8, "0")})`;
}
