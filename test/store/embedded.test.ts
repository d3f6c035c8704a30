import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { findPostmaster } from "../../src/store/embedded/postmaster.ts";
import { type Embedded, type EmbeddedOptions, startEmbedded } from "../../src/store/embedded/startEmbedded.ts";
import { StoreFailure } from "../../src/store/storeFailure.ts";
import { killPostgres } from "../setup/killPostgres.ts";
import { query } from "../setup/postgres.ts";

const isRoot = process.getuid?.() === 0;

/** A folder that root's server account reaches too. */
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "detectql-embedded-"));
  await chmod(folder, 0o755);
  onTestFinished(async () => {
    const server = await findPostmaster(dataOf(folder));
    if (server !== undefined) process.kill(server.pid, "SIGQUIT");
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

const dataOf = (folder: string) => join(folder, "18", "data");

async function start(directory: string, options: Partial<EmbeddedOptions> = {}) {
  const log: string[] = [];
  const server = await startEmbedded({
    directory,
    settings: { fsync: "off", shared_buffers: "16MB" },
    log: (message) => log.push(message),
    ...options,
  });
  onTestFinished(server.stop);
  return { ...server, log };
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(StoreFailure);
  return (error as StoreFailure).message;
}

interface Said {
  readonly url?: string;
  readonly failure?: string;
}

/** Another process on a directory: its word when it is ready or has failed. */
async function startProcess(directory: string, ...args: string[]): Promise<{ child: ChildProcess; said: Said }> {
  const script = fileURLToPath(new URL("embeddedProcess.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, directory, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as Said;
    if (said.url !== undefined || said.failure !== undefined) return { child, said };
  }
  throw new Error("the process ended without a word");
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

test("a server starts with its database, stops, and starts again with what was in it", async () => {
  const folder = await newFolder();
  const first = await start(folder);
  expect(first.log.join()).toContain("first start");
  await query(first.url, "create table kept as select 7 as id");
  await first.stop();
  expect(await findPostmaster(dataOf(folder))).toBeUndefined();
  await expect(query(first.url, "select 1")).rejects.toThrow("ECONNREFUSED");

  const second = await start(folder);
  expect(second.log.join()).not.toContain("first start");
  expect(await query(second.url, "select id from kept")).toEqual([{ id: 7 }]);
});

describe("a running server, in a folder whose name a shell would misread", () => {
  const folder = join(tmpdir(), `detectql-embedded-${process.pid} it's a "$HOME"`);
  const log: string[] = [];
  let server: Embedded;
  beforeAll(async () => {
    server = await startEmbedded({ directory: folder, log: (message) => log.push(message) });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  test.each([
    { name: "listen_addresses", value: "127.0.0.1", because: "it is for this machine" },
    { name: "unix_socket_directories", value: "", because: "a socket would need a folder that all can reach" },
    { name: "fsync", value: "on", because: "what is acknowledged is on disk" },
    { name: "synchronous_commit", value: "on", because: "what is acknowledged is on disk" },
  ])("its $name is '$value': $because", async ({ name, value }) => {
    expect(await query(server.url, `select current_setting('${name}') as value`)).toEqual([{ value }]);
  });

  test("it asks for the password", async () => {
    const methods = await query(server.url, "select distinct auth_method as method from pg_hba_file_rules");
    expect(methods).toEqual([{ method: "scram-sha-256" }]);
    const wrong = new URL(server.url);
    wrong.password = "wrong";
    await expect(query(wrong.href, "select 1")).rejects.toThrow("password authentication failed");
  });

  test("its password is in a file for its account alone, and in no log", async () => {
    const { password } = new URL(server.url);
    const { mode, uid } = await stat(join(folder, "18", "password"));
    expect(mode & 0o777).toBe(0o600);
    expect(uid).toBe((await stat(dataOf(folder))).uid);
    expect(password).toHaveLength(48);
    expect(log.join("\n")).not.toContain(password);
    expect(await readFile(join(folder, "18", "log"), "utf8")).not.toContain(password);
  });

  test("its log holds no statement", async () => {
    const { url } = server;
    await query(url, "create table t (id text primary key); insert into t values ('the secret')");
    await expect(query(url, "insert into t values ('the secret')")).rejects.toThrow("duplicate key");
    await expect(query(url, "select 'the secret'::int")).rejects.toThrow("invalid input");
    expect(await readFile(join(folder, "18", "log"), "utf8")).not.toContain("the secret");
  });
});

describe("after a crash", () => {
  test("a server whose process was killed is adopted", async () => {
    const folder = await newFolder();
    const { child, said } = await startProcess(folder);
    const orphan = await findPostmaster(dataOf(folder));
    await kill(child);
    const { url, log, stop } = await start(folder);
    expect(url).toBe(said.url);
    expect(log).toEqual([`embedded PostgreSQL: adopted process ${orphan?.pid}, left by an earlier run`]);
    await stop();
    expect(await findPostmaster(dataOf(folder))).toBeUndefined();
  });

  test("a server that was killed itself starts again, with all that was committed", async () => {
    const folder = await newFolder();
    const { url, stop } = await start(folder);
    await query(url, "create table kept as select 7 as id");
    process.kill((await findPostmaster(dataOf(folder)))?.pid ?? 0, "SIGKILL");
    await stop();
    const again = await start(folder);
    expect(await query(again.url, "select id from kept")).toEqual([{ id: 7 }]);
  });

  test.each([
    { all: true, because: "the system has run out of memory, or its disk is full" },
    { all: false, because: "its processes notice that, and end" },
  ])(
    "a server that ends is started again at its address (with its processes: $all): $because",
    async ({ all }) => {
      const folder = await newFolder();
      const { url, log } = await start(folder);
      await query(url, "create table kept as select 7 as id");
      const victim = await findPostmaster(dataOf(folder));
      if (all) await killPostgres(dataOf(folder));
      else process.kill(victim?.pid ?? 0, "SIGKILL");
      const kept = () => query(url, "select id from kept").catch(() => []);
      await expect.poll(kept, { timeout: 60_000, interval: 200 }).toEqual([{ id: 7 }]);
      expect((await findPostmaster(dataOf(folder)))?.pid).not.toBe(victim?.pid);
      expect(log.join("\n")).toContain("it has ended; starting it again");
      // It is still this process's alone.
      expect(await failureOf(start(folder))).toContain("Another DetectQL runs");
    },
    90_000,
  );

  test("a server that is stopped in order while it is started again stays stopped", async () => {
    const folder = await newFolder();
    const { stop } = await start(folder);
    await killPostgres(dataOf(folder));
    await stop();
    expect(await findPostmaster(dataOf(folder))).toBeUndefined();
  });

  test.each([
    { pid: 2 ** 22 + 1, because: "no process has its id" },
    { pid: process.pid, because: "its id is now that of another program" },
  ])("a lock file that was left does not hinder: $because", async ({ pid }) => {
    const folder = await newFolder();
    await (await start(folder)).stop();
    const data = dataOf(folder);
    const { uid, gid } = await stat(data);
    const lines = [pid, data, 1_795_421_424, 5_999, "", "127.0.0.1", "  9979119         4", "ready   ", ""];
    await writeFile(join(data, "postmaster.pid"), lines.join("\n"), { mode: 0o600 });
    await chown(join(data, "postmaster.pid"), uid, gid);
    const { url } = await start(folder);
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a draft that a killed process left is swept", async () => {
    const folder = await newFolder();
    await startEmbedded({ directory: folder, log: () => undefined, settings: { fsync: "off" } }).then(({ stop }) =>
      stop(),
    );
    await rm(join(folder, "18"), { recursive: true });
    await writeFile(join(folder, `18.new-${2 ** 22 + 1}-abcd`), "");
    await start(folder);
    expect(await readdir(folder)).toEqual(["18"]);
  });

  test("the claim survives a restart of the server by itself", async () => {
    const folder = await newFolder();
    const { url } = await start(folder);
    const [row] = await query(url, "select pid from pg_stat_activity where application_name = 'detectql hold'");
    process.kill(Number(row?.["pid"]), "SIGKILL");
    const held = async () => {
      const rows = await query(url, "select 1 from pg_locks where locktype = 'advisory' and granted").catch(() => []);
      return rows.length;
    };
    await expect.poll(held, { timeout: 10_000, interval: 200 }).toBe(1);
    expect(await failureOf(start(folder))).toContain("Another DetectQL runs");
  });
});

describe("two processes on one directory", () => {
  test("at the first start one has it, and the other is told so", async () => {
    const folder = await newFolder();
    const both = await Promise.all([startProcess(folder), startProcess(folder)]);
    const winners = both.filter(({ said }) => said.url !== undefined);
    expect(winners).toHaveLength(1);
    expect(both.map(({ said }) => said.failure ?? "").join("")).toMatch(/^Another DetectQL runs on .*DATABASE_URL/);
    expect(await query(winners[0]?.said.url ?? "", "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("one that shares uses the other's server, and leaves it running", async () => {
    const folder = await newFolder();
    const { said } = await startProcess(folder);
    const guest = await start(folder, { share: true });
    expect(guest.url).toBe(said.url);
    await guest.stop();
    expect(await query(guest.url, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("one that starts while the other stops gets the directory", async () => {
    const folder = await newFolder();
    const { child } = await startProcess(folder);
    child.stdin?.write("stop\n");
    const { url } = await start(folder);
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
  });
});

describe.runIf(isRoot)("as root", () => {
  test("the server runs as the first account that there is", async () => {
    const folder = await newFolder();
    await start(folder, { accounts: ["no-such-account", "nobody"] });
    const server = await findPostmaster(dataOf(folder));
    const status = await readFile(`/proc/${server?.pid}/status`, "utf8");
    expect(status).toMatch(/^Uid:\s+65534\s+65534/m);
  });

  test("data that is there keeps its owner", async () => {
    const folder = await newFolder();
    await (await start(folder, { accounts: ["nobody"] })).stop();
    await start(folder, { accounts: ["no-such-account"] });
    expect((await stat(dataOf(folder))).uid).toBe(65_534);
  });

  test("without any such account it says what to do", async () => {
    const message = await failureOf(start(await newFolder(), { accounts: ["no-such-account"] }));
    expect(message).toContain("no user named no-such-account");
    expect(message).toContain("DATABASE_URL");
  });

  test("a folder that the account cannot reach is stood in for, also when it can be reached later", async () => {
    const [folder, elsewhere] = [await newFolder(), await newFolder()];
    await chmod(folder, 0o700);
    const first = await start(folder, { elsewhere });
    expect(first.log[0]).toContain(`cannot reach ${folder}; its data is in ${elsewhere}`);
    await query(first.url, "create table kept as select 7 as id");
    await first.stop();
    await chmod(folder, 0o755);
    const second = await start(folder, { elsewhere });
    expect(await query(second.url, "select id from kept")).toEqual([{ id: 7 }]);
    await second.stop();
  });

  test("if no folder can be reached it says what to do", async () => {
    const folder = await newFolder();
    await chmod(folder, 0o700);
    const message = await failureOf(start(folder, { elsewhere: join(folder, "elsewhere") }));
    expect(message).toContain("can use neither");
    expect(message).toContain("DATABASE_URL");
  });
});
