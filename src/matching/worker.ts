/** What runs in a matching thread. */
import { type MessagePort, parentPort } from "node:worker_threads";
import type { RuleSet } from "../engine/index.ts";
import { bug } from "../std/index.ts";
import { evaluate, type MatchedEvent } from "./evaluate.ts";
import type { Answer, Message } from "./messages.ts";
import { packEvents } from "./packedEvents.ts";
import { type Portion, unpackRecords } from "./portion.ts";
import { createTenantRules } from "./tenantRules.ts";

const port: MessagePort = parentPort ?? bug("this is the file of a worker thread");
const say = (answer: Answer, transfer: readonly ArrayBuffer[] = []) => port.postMessage(answer, transfer);
const rules = createTenantRules((key, error) => say({ kind: "unfit", key, error: String(error) }));

port.on("message", (message: Message) => {
  if (message.kind === "rules") rules.apply(message);
  else matchPortion(message);
});

function matchPortion({ id, tenantId, portion }: Message & { kind: "portion" }): void {
  try {
    const events = packEvents(evaluateAll(rules.of(tenantId), portion));
    say({ kind: "events", id, events }, [events.numbers.buffer]);
  } catch (error) {
    say({ kind: "threw", id, error: error instanceof Error ? error : new Error(String(error)) });
  }
}

function* evaluateAll(ruleSet: RuleSet<number>, portion: Portion): Generator<MatchedEvent> {
  for (const record of unpackRecords(portion)) yield evaluate(ruleSet, record);
}
