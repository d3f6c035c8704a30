import { chmod, mkdtemp, rm } from "node:fs/promises";
import { once } from "node:events";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scriptBlock } from "../setup/samples.ts";
import { detectql, end, runDetectql, type RunningServer, startServer } from "./server.ts";

const key = `dql_${"e2e".repeat(14)}`;
let env: Record<string, string>;
let server: RunningServer;

beforeAll(async () => {
  env = { DETECTQL_DATA_DIR: await openFolder(), DETECTQL_ADMIN_KEY: key };
  server = await startServer(env);
}, 120_000);

afterAll(async () => {
  await end(server.process, "SIGTERM");
  await rm(env["DETECTQL_DATA_DIR"] ?? "", { recursive: true, force: true });
});

/** A folder that the account of the embedded server reaches, too, where root runs the tests. */
async function openFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "detectql-e2e-"));
  await chmod(folder, 0o755);
  return folder;
}

interface IngestAnswer {
  readonly accepted: number;
  readonly duplicates: number;
  readonly detections: readonly { readonly id: string }[];
}

const post = async (ids: readonly string[]): Promise<IngestAnswer> => {
  const body = ids.map((id) => JSON.stringify({ id, record: scriptBlock() })).join("\n");
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/x-ndjson" };
  const answer = await fetch(`${server.url}/v1/events`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as IngestAnswer;
};

const countDetections = async (): Promise<number> => {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const body = JSON.stringify({ query: "{ detections { totalCount { value } } }" });
  const answer = await fetch(`${server.url}/graphql`, { method: "POST", headers, body });
  const { data } = (await answer.json()) as { data: { detections: { totalCount: { value: number } } } };
  return data.detections.totalCount.value;
};

test("the command line works on the database of a running server", async () => {
  const created = await detectql(["keys", "create", "--role", "viewer", "--name", "panel"], env);
  expect(created).toMatchObject({ code: 0, output: expect.stringMatching(/dql_[\w-]{43}/) as string });
  const listed = await detectql(["keys", "list"], env);
  expect(listed.output).toMatch(/^panel\s+viewer/m);
  const made = /dql_[\w-]{43}/.exec(created.output)?.[0] ?? "";
  const ask = () =>
    fetch(`${server.url}/graphql`, {
      headers: { authorization: `Bearer ${made}`, "content-type": "application/json" },
      method: "POST",
      body: '{"query":"{ viewer { role } }"}',
    });
  expect((await ask()).status).toBe(200);
  expect((await detectql(["keys", "revoke", "panel"], env)).code).toBe(0);
  expect((await ask()).status).toBe(401);
}, 120_000);

test("kill -9 in the middle of ingest loses nothing that was acknowledged and doubles nothing", async () => {
  const batches = Array.from({ length: 400 }, (_, batch) => Array.from({ length: 5 }, (__, i) => `kill-${batch}-${i}`));
  const acknowledged: string[][] = [];
  const victim = server.process;
  const waiting = [...batches];
  const sender = async () => {
    for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
      await post(batch);
      if (acknowledged.push(batch) === 40) victim.kill("SIGKILL");
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: 20 }, sender));
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);
  expect(outcomes.some(({ status }) => status === "rejected")).toBe(true);

  server = await startServer(env);
  for (const batch of acknowledged) expect(await post(batch)).toMatchObject({ accepted: 0, duplicates: 5 });
  // A sender repeats what was not acknowledged: part of it may have been stored just before the end.
  for (const batch of batches) {
    const { accepted, duplicates } = await post(batch);
    expect(accepted + duplicates).toBe(5);
  }
  expect(await countDetections()).toBe(2_000);
}, 180_000);

test("SIGTERM ends the server in order, within 5 s, and the next start finds everything", async () => {
  const started = performance.now();
  expect(await end(server.process, "SIGTERM")).toBe(0);
  expect(performance.now() - started).toBeLessThan(5_000);
  server = await startServer(env);
  expect(server.said.join("\n")).not.toContain("admin key");
  expect(await countDetections()).toBe(2_000);
}, 120_000);

test("an idle connection does not keep the server from ending in order", async () => {
  const { hostname, port } = new URL(server.url);
  const idle = connect(Number(port), hostname);
  idle.on("error", () => undefined);
  await once(idle, "connect");
  expect(await end(server.process, "SIGTERM")).toBe(0);
  idle.destroy();
  server = await startServer(env);
}, 120_000);

test("a signal during the start ends the server in order", async () => {
  await end(server.process, "SIGTERM");
  const child = runDetectql(["serve", "--port", "0"], env);
  await once(child.stderr ?? child, "data");
  expect(await end(child, "SIGTERM")).toBe(0);
  server = await startServer(env);
  expect(server.said.join("\n")).not.toContain("adopted");
}, 120_000);

test("a port that is taken ends the server with a line that says so", async () => {
  const { port } = new URL(server.url);
  const folder = await openFolder();
  const { code, output } = await detectql(["serve", "--port", port], { ...env, DETECTQL_DATA_DIR: folder });
  await rm(folder, { recursive: true, force: true });
  expect(code).toBe(1);
  expect(output).toMatch(/EADDRINUSE|in use/);
}, 120_000);

test("a setting that is wrong stops the start with a line that says which", async () => {
  const { code, output } = await detectql(["serve"], { ...env, DETECTQL_PORT: "http" });
  expect(code).toBe(2);
  expect(output).toMatch(/^configuration: DETECTQL_PORT: /m);
}, 60_000);
