import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { useApp } from "../setup/app.ts";
import { addRule, ingest } from "../setup/samples.ts";
import { urlOf } from "../http/live/subscribers.ts";
import { blocksOf, projectRoot, readText, sectionOf } from "./docsPages.ts";

const app = useApp();
const missing = ["bash", "curl"].filter((program) => spawnSync(program, ["--version"]).error !== undefined);
const page = readText("docs/live.md");
const rest = readText("docs/http.md");
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), "detectql-docs-"));
  await symlink(path.join(projectRoot, "node_modules"), path.join(directory, "node_modules"));
  await addRule(app().rooms, { title: "Mail" });
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function blockIn(markdown: string, heading: string, language: string): string {
  const found = blocksOf(sectionOf(markdown, heading)).filter((block) => block.language === language);
  if (found.length !== 1) throw new Error(`${heading} has ${found.length} blocks of ${language}`);
  return (found[0]?.text ?? "").replaceAll("127.0.0.1:4000", urlOf(app()).replace("/graphql", ""));
}

const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  KEY: app().keys.admin,
  ...more,
});

interface Example {
  readonly process: ChildProcess;
  /** The next line that it prints and that the test asks for. */
  readonly line: (wanted: string) => Promise<string>;
}

/** Runs an example that does not end by itself. */
function run(command: string, args: readonly string[]): Example {
  const child = spawn(command, args, {
    cwd: directory,
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that what a shell has started ends with it.
    detached: true,
  });
  let complaints = "";
  child.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    process: child,
    line: async (wanted) => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done === true) throw new Error(`it has ended before ${wanted}: ${complaints}`);
        if (value.includes(wanted)) return value;
      }
    },
  };
}

async function runScript(text: string): Promise<Example> {
  const file = path.join(directory, "example.mjs");
  await writeFile(file, text);
  return run(process.execPath, [file]);
}

const kill = ({ process: child }: Example) => child.pid !== undefined && process.kill(-child.pid, "SIGKILL");

test("the script that polls prints each detection once, before and after a restart", async () => {
  const script = blockIn(page, "## Poll", "js");
  await ingest(app().rooms, { host: "polled-1" });
  const first = await runScript(script);
  expect(JSON.parse(await first.line("polled-1"))).toMatchObject({ host: "polled-1", rule: { title: "Mail" } });
  await ingest(app().rooms, { host: "polled-2" });
  await first.line("polled-2");
  kill(first);
  await ingest(app().rooms, { host: "polled-3" });
  const second = await runScript(script);
  // What it has printed would come before; the last page's cursor may not have been written yet when it was killed.
  expect(await second.line("polled-")).not.toContain("polled-1");
  kill(second);
});

test("the client of a WebSocket prints what comes", async () => {
  const example = await runScript(blockIn(page, "### Over a WebSocket", "js"));
  const told = example.line("over-websocket");
  await untilTold(told, "over-websocket");
  expect(JSON.parse(await told)).toMatchObject({ rule: { title: "Mail" } });
  kill(example);
});

test.skipIf(missing.length > 0)("the stream of events begins as the page shows, and goes on", async () => {
  const section = "### Over server-sent events";
  const example = run("bash", ["-c", blockIn(page, section, "sh")]);
  const [event = "", data = ""] = blockIn(page, section, "text").trim().split("\n");
  expect(await example.line("event: next")).toBe(event);
  const begun = await example.line("data:");
  const shape = (line: string) => line.replace(/"cursor":"[^"]+"/, "");
  expect(shape(begun)).toBe(shape(data));
  const told = example.line("over-events");
  await ingest(app().rooms, { host: "over-events" });
  expect(await told).toContain('"title":"Mail"');
  kill(example);
});

/** The client says nothing when it has begun: detections are stored until it has told of one. */
async function untilTold(told: Promise<string>, host: string): Promise<void> {
  const soon = () => new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 100));
  do await ingest(app().rooms, { host });
  while ((await Promise.race([told, soon()])) === undefined);
}

async function runCommand(command: string, more: NodeJS.ProcessEnv = {}): Promise<unknown> {
  const { stdout } = await promisify(execFile)("bash", ["-euc", command], { env: environment(more) });
  return JSON.parse(stdout);
}

test.skipIf(missing.length > 0)("detections are listed and changed by the commands of the page", async () => {
  await ingest(app().rooms, { host: "listed" });
  const listed = (await runCommand(blockIn(rest, "## `GET /v1/detections`", "sh"))) as {
    readonly detections: readonly { readonly id: string; readonly host: string }[];
  };
  expect(listed.detections[0]).toMatchObject({ host: "listed" });
  const ID = listed.detections[0]?.id ?? "";
  const changed = await runCommand(blockIn(rest, "## `PATCH /v1/detections/{id}`", "sh"), { ID });
  expect(changed).toMatchObject({ id: ID, status: "CLOSED", disposition: "FALSE_POSITIVE" });
});
