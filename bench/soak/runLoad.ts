import { setTimeout as sleep } from "node:timers/promises";
import type { SoakServer } from "./startServer.ts";

export interface Load {
  /** Acknowledged so far. */
  readonly events: () => number;
  /** Rejects when a request fails that should not. */
  readonly failed: Promise<never>;
  readonly stop: () => Promise<void>;
}

/** One event in so many does what the starter pack has a rule for. */
const matchEvery = 50;
const readPauseMs = 1_000;

const dashboard = `{
  detections(first: 50) { edges { node { id title: rule { title } event { record } evidence { field } techniques { id } } } totalCount { value } }
  eventKinds(days: 1) { count }
}`;

/** Senders without a pause, half of them with ids of their own, and a dashboard that asks every second. */
export function runLoad(server: SoakServer, { senders, batch }: { senders: number; batch: number }): Load {
  let events = 0;
  let stopped = false;
  const send = async (sender: number): Promise<void> => {
    for (let request = 0; !stopped; request++) {
      const records = Array.from({ length: batch }, (_, place) => {
        const number = request * batch + place;
        const record = scriptBlock(
          `ws${number % 5_000}.example.org`,
          number % matchEvery === 0 ? mail : harmless(number),
        );
        return JSON.stringify(sender % 2 === 0 ? { id: `${sender}-${number}`, record } : record);
      });
      const answer = await fetch(`${server.url}/v1/events`, {
        method: "POST",
        headers: { ...server.headers, "content-type": "application/x-ndjson" },
        body: records.join("\n"),
      });
      const text = await answer.text();
      if (answer.ok) events += batch;
      else if (answer.status === 503 || answer.status === 429)
        await sleep(Number(answer.headers.get("retry-after") ?? 1) * 1_000);
      else throw new Error(`${answer.status}: ${text}`);
    }
  };
  const read = async (): Promise<void> => {
    while (!stopped) {
      await sleep(readPauseMs);
      const answer = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: { ...server.headers, "content-type": "application/json" },
        body: JSON.stringify({ query: dashboard }),
      });
      const text = await answer.text();
      if (!answer.ok || text.includes('"errors"')) throw new Error(`the dashboard: ${text.slice(0, 500)}`);
    }
  };
  const running = Promise.all([...Array.from({ length: senders }, (_, sender) => send(sender)), read()]);
  return {
    events: () => events,
    failed: new Promise((_, reject) => void running.catch(reject)),
    stop: async () => {
      stopped = true;
      await running;
    },
  };
}

const mail = "Send-MailMessage -To a@example.org -Attachments c:/users/public/all.zip";
const harmless = (number: number) =>
  `Get-ChildItem -Path C:\\Users\\Public\\Documents -Filter report-${number}.txt | Measure-Object`;

const scriptBlock = (host: string, script: string) => ({
  Event: {
    System: {
      Provider: { "#attributes": { Name: "Microsoft-Windows-PowerShell" } },
      EventID: 4104,
      Channel: "Microsoft-Windows-PowerShell/Operational",
      Computer: host,
      TimeCreated: { "#attributes": { SystemTime: new Date().toISOString() } },
    },
    EventData: { ScriptBlockText: script, ScriptBlockId: "b1", Path: "" },
  },
});
