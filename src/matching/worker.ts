/** What runs in a matching thread. */
import { type MessagePort, parentPort } from "node:worker_threads";
import type { Event } from "../event/index.ts";
import { bug } from "../std/index.ts";
import { createCostSampler } from "./costSampler.ts";
import { evaluate, type MatchedEvent } from "./evaluate.ts";
import type { Answer, Message } from "./messages.ts";
import { packEvents } from "./packedEvents.ts";
import { type Portion, unpackRecords } from "./portion.ts";
import { createTenantRules } from "./tenantRules.ts";

const port: MessagePort = parentPort ?? bug("this is the file of a worker thread");
const say = (answer: Answer, transfer: readonly ArrayBuffer[] = []) => port.postMessage(answer, transfer);
const rules = createTenantRules((key, error) => say({ kind: "unfit", key, error: String(error) }));

const sampler = createCostSampler();

/** So often at most: nobody waits for it. */
const costsEveryMs = 1_000;
let costsSaidAt = -Infinity;

function sayCosts(): void {
  const now = performance.now();
  if (now < costsSaidAt + costsEveryMs) return;
  const costs = sampler.take();
  if (costs.length === 0) return;
  costsSaidAt = now;
  say({ kind: "costs", costs });
}

port.on("message", (message: Message) => {
  if (message.kind === "rules") rules.apply(message);
  else matchPortion(message);
});

function matchPortion({ id, tenantId, portion }: Message & { kind: "portion" }): void {
  try {
    const events = packEvents(evaluateAll(tenantId, portion));
    say({ kind: "events", id, events }, [events.numbers.buffer]);
    sayCosts();
  } catch (error) {
    say({ kind: "threw", id, error: error instanceof Error ? error : new Error(String(error)) });
  }
}

function* evaluateAll(tenantId: number, portion: Portion): Generator<MatchedEvent> {
  const ruleSet = rules.of(tenantId);
  const match = (event: Event) => sampler.match(tenantId, ruleSet, event);
  for (const record of unpackRecords(portion)) yield evaluate(record, match);
}
