// Whether the server's memory stays flat under load: `npm run bench:soak -- --minutes 10 --json`; an hour for those who have one.
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { runLoad } from "./soak/runLoad.ts";
import { startServer } from "./soak/startServer.ts";
import { judge, type Sample } from "./soak/verdict.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    senders: { type: "string", default: "4" },
    batch: { type: "string", default: "100" },
    json: { type: "boolean", default: false },
  },
});
const sampleMs = 5_000;

const positive = (name: "minutes" | "senders" | "batch"): number => {
  const value = Number(values[name]);
  if (value > 0) return value;
  throw new Error(`--${name} ${values[name]}: a number above 0`);
};

async function main(): Promise<void> {
  const [minutes, senders, batch] = [positive("minutes"), positive("senders"), positive("batch")];
  const say = (line: string) => {
    if (!values.json) console.log(line);
  };
  const server = await startServer();
  const samples: Sample[] = [];
  try {
    const load = runLoad(server, { senders, batch });
    const started = performance.now();
    say("minute   resident MB   heap MB   events");
    while (performance.now() - started < minutes * 60_000) {
      await Promise.race([sleep(sampleMs), load.failed]);
      const atMinutes = (performance.now() - started) / 60_000;
      const sample = { atMinutes, ...(await server.memory()), events: load.events() };
      samples.push(sample);
      const { residentMb, heapMb, events } = sample;
      say(
        [atMinutes.toFixed(2), residentMb.toFixed(0), heapMb.toFixed(0), events]
          .map((one) => String(one).padStart(9))
          .join(" "),
      );
    }
    await load.stop();
  } finally {
    await server.close();
  }
  const verdict = judge(samples);
  if (values.json) console.log(JSON.stringify({ minutes, senders, batch, ...verdict, samples }));
  else console.log(verdict.text);
  process.exitCode = verdict.flat ? 0 : 1;
}

await main();
