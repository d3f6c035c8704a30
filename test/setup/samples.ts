import { createRule } from "../../src/rules/index.ts";
import { type IncomingRecord, ingestEvents, type IngestResult } from "../../src/detection/index.ts";
import type { TestRooms } from "./rooms.ts";

export interface RuleOptions {
  readonly id?: string;
  readonly title?: string;
  readonly level?: string;
  readonly tags?: readonly string[];
  readonly needle?: string;
  readonly category?: string;
}

/** A rule for PowerShell script blocks that contain a needle. */
export function ruleYaml(options: RuleOptions = {}): string {
  const { title = "Sample", level = "medium", needle = "Send-MailMessage", category = "ps_script" } = options;
  const { id = "00000000-0000-4000-8000-000000000001", tags = ["attack.exfiltration", "attack.t1048.003"] } = options;
  return [
    `title: ${title}`,
    `id: ${id}`,
    "status: test",
    `level: ${level}`,
    ...(tags.length > 0 ? ["tags:", ...tags.map((tag) => `  - ${tag}`)] : []),
    "logsource:",
    "  product: windows",
    `  category: ${category}`,
    "detection:",
    "  selection:",
    `    ScriptBlockText|contains: ${needle}`,
    "  condition: selection",
    "",
  ].join("\n");
}

export async function addRule(rooms: TestRooms, options: RuleOptions = {}): Promise<void> {
  const { entry, problems, refusal } = await createRule(rooms, rooms.actor, ruleYaml(options));
  if (!entry) throw new Error(JSON.stringify({ problems, refusal }));
}

export interface EventOptions {
  readonly script?: string;
  readonly host?: string;
  readonly time?: string;
  readonly clientId?: string;
  /** Its place in a record that holds many. */
  readonly position?: number;
}

/** A PowerShell script block as evtx_dump writes it. */
export const scriptBlock = ({
  script = "Send-MailMessage -To a@example.org",
  host = "ws1.example.org",
  time,
}: EventOptions = {}) => ({
  Event: {
    System: {
      Provider: { "#attributes": { Name: "Microsoft-Windows-PowerShell" } },
      EventID: 4104,
      Channel: "Microsoft-Windows-PowerShell/Operational",
      Computer: host,
      TimeCreated: { "#attributes": { SystemTime: time ?? "2026-11-23T11:59:00.000Z" } },
    },
    EventData: { ScriptBlockText: script, ScriptBlockId: "b1" },
  },
});

export async function ingest(rooms: TestRooms, ...events: readonly EventOptions[]): Promise<IngestResult> {
  const records = events.map((event, index): IncomingRecord => {
    const record = scriptBlock(event);
    const { clientId, position } = event;
    const ids = { ...(clientId !== undefined && { clientId }), ...(position !== undefined && { position }) };
    return { index, record, text: JSON.stringify(record), ...ids };
  });
  return await ingestEvents(rooms, rooms.actor.tenantId, records);
}
