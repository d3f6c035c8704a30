import { expect, test } from "vitest";
import { type Batch, createWorkQueue, type WorkQueue } from "../../src/matching/workQueue.ts";
import { many } from "../sigma/random.ts";
import { message } from "./records.ts";

/** A batch whose tasks are named after it. */
const batch = (name: string, tasks: number): Batch => ({
  tenantId: 1,
  tasks: many(tasks, (i) => ({
    records: [message(`${name}${i}`)],
    resolve: () => undefined,
    reject: () => undefined,
  })).slice(),
});

const news = (tenantId: number) => ({ tenantId, set: [], delete: [] });

/** Everything in the order in which it is handed out. */
function drain(queue: WorkQueue): readonly string[] {
  const taken: string[] = [];
  for (;;) {
    const rules = queue.takeRules();
    const next = rules ? undefined : queue.takeTask();
    if (rules) taken.push(`rules ${rules.tenantId}`);
    else if (next) taken.push((JSON.parse(next.task.records[0]?.text ?? "") as { message: string }).message);
    else return taken;
  }
}

test("batches take turns, and changes of rules keep their place among them", () => {
  const queue = createWorkQueue();
  queue.addBatch(batch("a", 3));
  queue.addBatch(batch("b", 1));
  queue.addBatch(batch("none", 0));
  queue.addRules(news(1));
  queue.addRules(news(2));
  queue.addBatch(batch("c", 2));
  queue.addBatch(batch("d", 2));
  queue.addRules(news(3));
  expect(drain(queue)).toEqual(["a0", "b0", "a1", "a2", "rules 1", "rules 2", "c0", "d0", "c1", "d1", "rules 3"]);
});

test("a batch that comes while another is under way has its turn next", () => {
  const queue = createWorkQueue();
  queue.addBatch(batch("large", 4));
  queue.takeTask();
  queue.addBatch(batch("small", 1));
  expect(drain(queue)).toEqual(["large1", "small0", "large2", "large3"]);
});

test("what is left of a batch that was given up is passed over", () => {
  const queue = createWorkQueue();
  const given = batch("given up", 3);
  queue.addBatch(given);
  queue.addRules(news(1));
  queue.addBatch(batch("next", 1));
  given.tasks.length = 0;
  expect(drain(queue)).toEqual(["rules 1", "next0"]);
});
