import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { load } from "js-yaml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bug } from "../../src/std/index.ts";
import { blocksOf, projectRoot, readText, sectionOf } from "./docsPages.ts";

/** The README's commands need them; without them they cannot be tried. */
const missing = ["bash", "curl"].filter((program) => spawnSync(program, ["--version"]).error !== undefined);
const title = missing.length === 0 ? "Try it" : `Try it (skipped: this machine has no ${missing.join(" and no ")})`;

const readme = readText("README.md");
const [ruleBlock, eventBlock, answerBlock] = blocksOf(readme);
const event = JSON.parse(eventBlock?.text ?? "") as object;
const answer = JSON.parse(answerBlock?.text ?? "") as { detections: readonly [{ title: string }] };
const detectionTitle = answer.detections[0].title;
const commands = blocksOf(sectionOf(readme, "## Try it")).map(({ text }) => text);

/** A build may be stale. */
const readyMs = 90_000;
const patienceMs = 120_000;
const portOfReadme = "127.0.0.1:4000";

interface Shop {
  readonly directory: string;
  readonly port: number;
  readonly key: string;
  readonly server: ChildProcess;
}

let opened: Shop | undefined;
const shop = (): Shop => opened ?? bug("the server runs in tests and hooks only");

/** Runs one of the README's blocks as it stands, but for the port. @returns what it prints */
async function run(command: string): Promise<string> {
  const script = command.replaceAll(portOfReadme, `127.0.0.1:${shop().port}`);
  const env = environment(shop().directory, { KEY: shop().key });
  const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", script], { cwd: projectRoot, env });
  return stdout;
}

const environment = (directory: string, more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(DETECTQL_|DATABASE_URL$|NODE_ENV$)/.test(name)),
  ),
  DETECTQL_DATA_DIR: directory,
  ...more,
});

/** Starts the server as `npm start` does, on a database of its own, and waits for the lines that the README speaks of. */
async function open(): Promise<Shop> {
  const directory = await mkdtemp(path.join(tmpdir(), "detectql-readme-"));
  // Root's server runs as another user.
  await chmod(directory, 0o755);
  const port = await freePort();
  const server = spawn(process.execPath, ["scripts/detectql.mjs", "serve", "--port", String(port)], {
    cwd: projectRoot,
    env: environment(directory),
    stdio: ["ignore", "ignore", "pipe"],
  });
  try {
    return { directory, port, server, key: await adminKey(server) };
  } catch (error) {
    await close({ directory, server });
    throw error;
  }
}

/** What the server says, once it is ready. */
function adminKey(server: ChildProcess): Promise<string> {
  let said = "";
  return new Promise<string>((resolve, reject) => {
    server.stderr?.on("data", (text: Buffer) => {
      said += text.toString();
      const [, found] = /^admin key: (dql_\S+)$/m.exec(said) ?? [];
      if (found !== undefined && /^ready: /m.test(said)) resolve(found);
    });
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
    setTimeout(() => reject(new Error(`the server is not ready:\n${said}`)), readyMs).unref();
  });
}

async function close({ directory, server }: Pick<Shop, "directory" | "server">): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
  }
  await rm(directory, { recursive: true, force: true });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

interface Answer {
  readonly data: { readonly detections: { readonly nodes: readonly Found[] } };
}

interface Found {
  readonly id: string;
  readonly rule: { readonly title: string };
}

const nodesOf = (printed: string): readonly Found[] => (JSON.parse(printed) as Answer).data.detections.nodes;

const commandWith = (text: string): string => {
  const found = commands.filter((command) => command.includes(text));
  if (found.length !== 1) throw new Error(`${found.length} blocks of "Try it" have ${text}`);
  return found[0] ?? "";
};

test("the README's rule is that of the starter pack, in short", () => {
  const shown = load(ruleBlock?.text ?? "") as Record<string, unknown>;
  const { logsource, ...kept } = load(readText("rules/windows/powershell/powershell_exfiltration_over_smtp.yml")) as {
    logsource: object;
  } & Record<string, unknown>;
  const { logsource: shownLogsource, ...rest } = shown;
  expect(kept).toMatchObject(rest);
  expect(logsource).toMatchObject(shownLogsource as object);
});

test("the README shows the event that it posts", () => {
  const [, body = ""] = /<<'BODY'\n(.*)\nBODY\n/s.exec(commandWith("/v1/events")) ?? [];
  expect(JSON.parse(body)).toEqual(event);
});

describe.skipIf(missing.length > 0)(title, () => {
  beforeAll(async () => {
    opened = await open();
  }, patienceMs);
  afterAll(async () => {
    if (opened) await close(opened);
  }, patienceMs);

  test("the event that is posted gives the detection that the README shows", async () => {
    const printed = JSON.parse(await run(commandWith("/v1/events"))) as typeof answer;
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown;
    expect(printed).toEqual({ ...answer, detections: answer.detections.map((one) => ({ ...one, id })) });
  });

  test("the query by the technique answers with rule, technique, evidence and event", async () => {
    const [found, ...others] = nodesOf(await run(commandWith('["T1048.003"]')));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      severity: "MEDIUM",
      host: "WS-014",
      rule: { title: detectionTitle },
      techniques: [{ id: "T1048.003" }],
      evidence: [{ selection: "selection", field: "ScriptBlockText", pattern: "Send-MailMessage" }],
    });
    const { event: stored } = found as unknown as { event: { record: string } };
    expect(JSON.parse(stored.record)).toEqual(event);
  });

  test("the technique above, the tactic and the tag find the same", async () => {
    const lines = (await run(commandWith("for attack in"))).trim().split("\n");
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(nodesOf(line).map(({ rule }) => rule.title)).toEqual([detectionTitle]);
  });

  test(
    "the starter pack, imported again, changes nothing",
    async () => {
      expect(await run(commandWith("detectql import"))).toMatch(
        /^\d+ files: 0 new, 0 changed, [1-9]\d* unchanged; 0 files failed\n$/,
      );
    },
    patienceMs,
  );

  test(
    "a key for a shipper may send events and not read",
    async () => {
      const key = (await run(commandWith("keys create"))).trim();
      expect(key).toMatch(/^dql_/);
      const ask = (route: string, body: object) =>
        fetch(`http://127.0.0.1:${shop().port}${route}`, {
          method: "POST",
          headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
          body: JSON.stringify(body),
        });
      expect((await ask("/v1/events", event)).status).toBe(200);
      expect((await ask("/graphql", { query: "{ detections { nodes { id } } }" })).status).toBe(403);
    },
    patienceMs,
  );

  test("every block of the section is tried", () => {
    const tried = ["/v1/events", '["T1048.003"]', "for attack in", "detectql import", "keys create"].map(commandWith);
    expect([...tried].sort()).toEqual([...commands].sort());
  });
});
