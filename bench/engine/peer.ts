import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "../../src/event/index.ts";
import { median } from "./measure.ts";
import { normalise } from "./rooms.ts";

/**
 * Events per second of CPU time that another engine's command takes; `{events}` in it is a file of NDJSON.
 *
 * Each event says its logsource in `product`, `category` and `service`, for engines that cannot tell. What the command takes for a
 * single event is taken off: that is loading rules.
 */
export function measurePeer(command: string, lines: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), "bench-peer-"));
  try {
    const write = (name: string, texts: readonly string[]): string => {
      writeFileSync(join(folder, name), `${texts.map(tag).join("\n")}\n`);
      return join(folder, name);
    };
    const [all, one] = [write("all.ndjson", lines), write("one.ndjson", lines.slice(0, 1))];
    const rounds = [1, 2, 3].map(() => cpuSeconds(command, all) - cpuSeconds(command, one));
    return (lines.length - 1) / median(rounds);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tag(line: string): string {
  const record = JSON.parse(line) as JsonObject;
  const { product, service, categories } = normalise(record).classification;
  return JSON.stringify({ product, service, category: categories.at(-1), ...record });
}

/** What `times` of the shell says of the children, user and system together. */
function cpuSeconds(command: string, events: string): number {
  const script = `${command.replaceAll("{events}", `'${events}'`)} >/dev/null 2>&1; times`;
  const { stdout } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
  const [, , user, system] = [...stdout.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return (user ?? 0) + (system ?? 0);
}
