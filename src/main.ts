import "./production.ts";
import { readFileSync } from "node:fs";
import path from "node:path";
import { createProgram, type CliRooms, type ServeOptions } from "./cli/index.ts";
import { type Configuration, readConfiguration } from "./configuration.ts";
import { boundHeap } from "./heap.ts";
import { createMatcher } from "./matching/index.ts";
import { openRooms, packageRoot } from "./openRooms.ts";
import { serve, type Voice } from "./serve.ts";

/** The composition root: environment, signals, clock and exit codes are only here. */

const clock = () => new Date();
/** What is still open after that is cut off: the database keeps what it has acknowledged. */
const patienceMs = 4_500;

// Standard output is for answers and, while serving, for the log; people are spoken to on standard error.
const voice: Voice = {
  say: (message) => console.error(message),
  fail: (error) => console.error(error instanceof Error ? error.message : error),
};

function configuration(): Configuration {
  const read = readConfiguration(process.env);
  if (read.ok) return read.configuration;
  for (const mistake of read.mistakes) voice.say(`configuration: ${mistake}`);
  process.exit(2);
}

async function runServer(options: ServeOptions): Promise<void> {
  const started = performance.now();
  boundHeap();
  const starting = serve(configuration(), options, clock, voice);
  closeOnSignal(async () => (await starting).close());
  const { url } = await starting;
  voice.say(`ready: ${url} after ${((performance.now() - started) / 1_000).toFixed(1)} s`);
}

async function withRooms<T>(work: (rooms: CliRooms) => Promise<T>): Promise<T> {
  const matcher = createMatcher({ threads: 0, onFailure: voice.fail });
  const quiet = { log: () => undefined, onFailure: voice.fail, share: true };
  const opening = openRooms({ configuration: configuration(), matcher, clock, ...quiet });
  closeOnSignal(async () => (await opening).close());
  const rooms = await opening;
  try {
    return await work({ ...rooms, actor: { tenantId: rooms.tenantId, name: "command line" } });
  } finally {
    await rooms.close();
  }
}

/** From the beginning on: what is still being opened is closed as soon as it is open. */
function closeOnSignal(close: () => Promise<void>): void {
  let stopping = false;
  const stop = (signal: string) => {
    // A Ctrl-C comes twice under npm: from the terminal, and passed on.
    if (stopping) return;
    stopping = true;
    voice.say(`${signal}: stopping`);
    setTimeout(() => process.exit(1), patienceMs).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        voice.fail(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
}

const { version } = JSON.parse(readFileSync(path.join(packageRoot, "package.json"), "utf8")) as { version: string };
const program = createProgram({
  version,
  serve: runServer,
  withRooms,
  clock,
  print: (line) => console.log(line),
  say: voice.say,
});

// Whoever reads the output may stop early, as `head` does: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  // A failure says what to do; a bug needs its stack.
  voice.say(error instanceof Error && !error.message.startsWith("bug:") ? `error: ${error.message}` : String(error));
  if (process.env["DETECTQL_LOG_LEVEL"] === "debug" && error instanceof Error) voice.say(error.stack ?? "");
  process.exitCode = 1;
}
