import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { ruleYaml, scriptBlock } from "../setup/samples.ts";
import { type Chance, chance } from "./random.ts";

/** Rules by what they look for: an event has none, one or both of these. */
export const needles = ["first-needle", "second-needle"] as const;

/** What was sent together. */
export interface Batch {
  /** Each event's host: no two are the same. */
  readonly hosts: readonly string[];
  /** How many detections each must cause. */
  readonly expected: readonly number[];
  /** The sender gave its events ids, and sends them until they are acknowledged; without ids it sends once. */
  readonly hasIds: boolean;
  /** An `Idempotency-Key` in place of ids: the same request again is the same, and so it is sent until it is acknowledged too. */
  readonly requestKey?: string;
  readonly body: string;
}

/** What became of the batches: `unsure` ones were sent once, and no answer came, or one that says to try again. */
export interface Ledger {
  readonly acknowledged: Batch[];
  readonly unsure: Batch[];
  /** Ids of detections that answers named. */
  readonly detections: string[];
  /** Answers that should not be. */
  readonly complaints: string[];
}

/** What several loads came to. */
export const merged = (ledgers: readonly Ledger[]): Ledger => ({
  acknowledged: ledgers.flatMap((one) => one.acknowledged),
  unsure: ledgers.flatMap((one) => one.unsure),
  detections: ledgers.flatMap((one) => one.detections),
  complaints: ledgers.flatMap((one) => one.complaints),
});

export interface Target {
  /** Where the service is; it may move when it is started again. */
  readonly url: () => string;
  readonly key: string;
}

export interface Load {
  readonly ledger: Ledger;
  /** Senders finish what they are at, which the service must be there for. */
  readonly stop: () => Promise<void>;
}

const pauseMs = 100;
const answerMs = 60_000;

export async function addRules({ url, key }: Target): Promise<void> {
  for (const [place, needle] of needles.entries()) {
    const yaml = ruleYaml({ id: `00000000-0000-4000-8000-00000000000${place}`, title: needle, needle });
    const query = "mutation Add($yaml: String!) { createRule(yaml: $yaml) { rule { id } } }";
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    const body = JSON.stringify({ query, variables: { yaml } });
    const answer = await (await fetch(`${url()}/graphql`, { method: "POST", headers, body })).text();
    if (!answer.includes('"rule":{"id"')) throw new Error(answer);
  }
}

export interface LoadOptions {
  readonly senders: number;
  /** What the names of its hosts begin with. */
  readonly name?: string;
  /** So much that cannot be compressed is in each event. */
  readonly paddingBytes?: number;
}

/** Sends batches of events until it is stopped: of three senders one has ids of its own, one keys of its requests, one neither. */
export function startLoad(target: Target, { senders, name = "s", paddingBytes = 0 }: LoadOptions): Load {
  const ledger: Ledger = { acknowledged: [], unsure: [], detections: [], complaints: [] };
  let stopped = false;
  const send = async (sender: number): Promise<void> => {
    const draw = chance(sender + 1);
    for (let count = 0; !stopped; count++) {
      const batch = makeBatch(`${name}-${sender}-${count}`, sender % 3 === 0, draw, paddingBytes);
      const key = sender % 3 === 1 ? { requestKey: `${name}-${sender}-${count}` } : {};
      await deliver(target, { ...batch, ...key }, ledger);
    }
  };
  const sending = Promise.all(Array.from({ length: senders }, (_, sender) => send(sender)));
  return {
    ledger,
    stop: async () => {
      stopped = true;
      await sending;
    },
  };
}

export function makeBatch(name: string, hasIds: boolean, draw: Chance, paddingBytes = 0): Batch {
  const found = Array.from({ length: draw.number(1, 20) }, () => needles.filter(() => draw.number(0, 1) === 1));
  return batchOf(name, hasIds, found, paddingBytes);
}

/** @param found what of the needles each event has */
export function batchOf(name: string, hasIds: boolean, found: readonly (readonly string[])[], paddingBytes = 0): Batch {
  const padding = () => randomBytes(paddingBytes).toString("base64");
  const hosts = found.map((_, place) => `${name}-${place}`);
  const records = hosts.map((host, place) => {
    const record = scriptBlock({ host, script: `run ${found[place]?.join(" ") ?? ""} ${padding()}` });
    return JSON.stringify(hasIds ? { id: host, record } : record);
  });
  return { hosts, expected: found.map(({ length }) => length), hasIds, body: records.join("\n") };
}

/** Sends a batch: with ids or a key until it is acknowledged, with neither once. */
export async function deliver(target: Target, batch: Batch, ledger: Ledger): Promise<void> {
  for (;;) {
    const answer = await post(target, batch.body, batch.requestKey);
    if (answer.status === 200) {
      take(batch, answer.text, ledger);
      return;
    }
    if (answer.status !== undefined && !isRefusal(answer)) ledger.complaints.push(`${answer.status}: ${answer.text}`);
    if (!batch.hasIds && batch.requestKey === undefined) {
      ledger.unsure.push(batch);
      await sleep(pauseMs);
      return;
    }
    await sleep(pauseMs);
  }
}

/** What says that the same may be sent again says when. */
const isRefusal = ({ status, retryAfter }: Sent): boolean =>
  (status === 503 || status === 429) && /^[1-9]\d*$/.test(retryAfter ?? "");

interface Sent {
  /** None if no answer came. */
  readonly status?: number;
  readonly text: string;
  readonly retryAfter?: string | null;
}

export async function post({ url, key }: Target, body: string, requestKey?: string): Promise<Sent> {
  const headers = {
    authorization: `Bearer ${key}`,
    "content-type": "application/x-ndjson",
    ...(requestKey !== undefined && { "idempotency-key": requestKey }),
  };
  try {
    const signal = AbortSignal.timeout(answerMs);
    const answer = await fetch(`${url()}/v1/events`, { method: "POST", headers, body, signal });
    return { status: answer.status, text: await answer.text(), retryAfter: answer.headers.get("retry-after") };
  } catch (error) {
    return { text: String(error) };
  }
}

interface Answer {
  readonly accepted: number;
  readonly duplicates: number;
  readonly detections: readonly { readonly id: string }[];
}

function take(batch: Batch, text: string, ledger: Ledger): void {
  const { accepted, duplicates, detections } = JSON.parse(text) as Answer;
  const whole = accepted + duplicates === batch.hosts.length && (batch.hasIds || duplicates === 0);
  if (!whole) ledger.complaints.push(`${batch.hosts.length} events were sent, and the answer is ${text}`);
  ledger.acknowledged.push(batch);
  ledger.detections.push(...detections.map(({ id }) => id));
}
