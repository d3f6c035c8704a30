import { spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const scripts = fileURLToPath(new URL("../../scripts/", import.meta.url));

/** A program in place of npm, prisma or tsc: it notes its call, takes its time, and leaves a file. */
const program = (name: string, makes: string) => `
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
appendFileSync("calls", "${name} " + process.argv.slice(2).join(" ") + "\\n");
if (process.env.FAIL === "${name}") { console.error("no luck"); process.exit(3); }
await new Promise((resolve) => setTimeout(resolve, 100));
mkdirSync(dirname("${makes}"), { recursive: true });
writeFileSync("${makes}", process.env.MAKES ?? "");
`;

const versions = (zod: string) => JSON.stringify({ packages: { "": {}, "node_modules/zod": { version: zod } } });
const main = `
process.once("SIGTERM", () => { console.log("SIGTERM"); process.exit(); });
console.log(JSON.stringify({ pid: process.pid, args: process.argv.slice(2) }));
setInterval(() => {}, 1000);
`;

/** A small project with the real scripts, and programs that only note that they were called. */
async function newProject() {
  const root = await mkdtemp(join(tmpdir(), "detectql-prepare-"));
  onTestFinished(() => rm(root, { recursive: true }));
  const write = async (name: string, text: string) => {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  };
  const files = {
    "package.json": JSON.stringify({ type: "module", engines: { node: ">=20.19" } }),
    "package-lock.json": versions("1.0.0"),
    "tsconfig.json": "{}",
    "tsconfig.build.json": "{}",
    "prisma/schema.prisma": "",
    "src/main.ts": "",
    "npm/npm-cli.js": program("npm", "node_modules/.package-lock.json"),
    "node_modules/prisma/package.json": "{}",
    "node_modules/prisma/build/index.js": program("prisma", "src/store/generated/client.ts"),
    "node_modules/typescript/bin/tsc": program("tsc", "dist/main.js"),
    "node_modules/typescript/package.json": `{"type":"module"}`,
    "node_modules/.package-lock.json": versions("1.0.0"),
  };
  for (const [name, text] of Object.entries(files)) await write(name, text);
  await mkdir(join(root, "scripts"));
  for (const name of ["prepare.mjs", "prepareLock.mjs", "detectql.mjs"]) {
    await copyFile(join(scripts, name), join(root, "scripts", name));
  }
  return { root, write, path: (name: string) => join(root, name) };
}

type Project = Awaited<ReturnType<typeof newProject>>;

/** Runs the script, and tells which programs it called. */
async function prepare(project: Project, args: readonly string[] = ["--build"], env: Record<string, string> = {}) {
  await rm(project.path("calls"), { force: true });
  return { ...(await runScript(project, args, env)), calls: await callsOf(project) };
}

async function runScript({ root, path }: Project, args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [path("scripts/prepare.mjs"), ...args], {
    cwd: root,
    env: { ...process.env, npm_execpath: path("npm/npm-cli.js"), MAKES: versions("2.0.0"), ...env },
  });
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said };
}

async function callsOf({ path }: Project): Promise<readonly string[]> {
  const calls = await readFile(path("calls"), "utf8").catch(() => "");
  return calls
    .split("\n")
    .flatMap((line) => line.split(" ")[0] ?? [])
    .filter((name) => name !== "");
}

test("a clone gets its client and its build, and the next time nothing", async () => {
  const project = await newProject();
  expect(await prepare(project)).toEqual({
    code: 0,
    calls: ["prisma", "tsc"],
    said: "detectql: generating the database client (prisma generate)\ndetectql: compiling (tsc)\n",
  });
  expect(await prepare(project)).toEqual({ code: 0, calls: [], said: "" });
});

test("tests need no build", async () => {
  expect((await prepare(await newProject(), [])).calls).toEqual(["prisma"]);
});

test.each([
  {
    name: "package-lock.json",
    text: versions("2.0.0"),
    calls: ["npm", "tsc"],
    because: "packages changed, the generator among them not",
  },
  { name: "prisma/schema.prisma", text: "model X {}", calls: ["prisma", "tsc"], because: "the client is a source" },
  { name: "src/main.ts", text: "run();", calls: ["tsc"], because: "a source changed" },
  { name: "src/new.ts", text: "", calls: ["tsc"], because: "a source came" },
  { name: "tsconfig.json", text: "{ }", calls: ["tsc"], because: "the compiler is told otherwise" },
  { name: "README.md", text: "Hello", calls: [], because: "nothing is made of it" },
])("after a change of $name it runs $calls: $because", async ({ name, text, calls }) => {
  const project = await newProject();
  await prepare(project);
  await project.write(name, text);
  expect(await prepare(project)).toMatchObject({ code: 0, calls });
});

test("what was compiled from a source that is gone goes too", async () => {
  const project = await newProject();
  await project.write("src/old.ts", "");
  await prepare(project);
  await project.write("dist/old.js", "");
  await rm(project.path("src/old.ts"));
  expect((await prepare(project)).calls).toEqual(["tsc"]);
  await expect(readFile(project.path("dist/old.js"))).rejects.toThrow("ENOENT");
});

test("packages that npm was told to install by hand are not installed again", async () => {
  const project = await newProject();
  await prepare(project);
  await project.write("package-lock.json", versions("2.0.0"));
  await project.write("node_modules/.package-lock.json", versions("2.0.0"));
  expect((await prepare(project, [])).calls).toEqual([]);
});

test("a step that fails tells why, and is done again the next time", async () => {
  const project = await newProject();
  const failed = await prepare(project, ["--build"], { FAIL: "tsc" });
  expect(failed.code).toBe(1);
  expect(failed.said).toContain("tsc -p tsconfig.build.json --noCheck failed:\nno luck\n");
  expect((await prepare(project)).calls).toEqual(["tsc"]);
});

test("of several at once one works, and the others wait", async () => {
  const project = await newProject();
  const outcomes = await Promise.all(Array.from({ length: 3 }, () => runScript(project, ["--build"])));
  expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(await callsOf(project)).toEqual(["prisma", "tsc"]);
});

test.each([
  { text: String(2 ** 22 + 1), ageMs: 0, because: "its process is gone" },
  { text: String(process.pid), ageMs: 3_600_000, because: "nothing takes an hour: another program has the id" },
  { text: "", ageMs: 10_000, because: "its process was killed before it wrote its id" },
])("a lock that was left does not hinder: $because", async ({ text, ageMs }) => {
  const project = await newProject();
  await project.write(".detectql/prepare.lock", text);
  const time = new Date(Date.now() - ageMs);
  await utimes(project.path(".detectql/prepare.lock"), time, time);
  expect((await prepare(project)).calls).toEqual(["prisma", "tsc"]);
});

test("an older Node is told which it takes", async () => {
  const project = await newProject();
  await project.write("package.json", JSON.stringify({ type: "module", engines: { node: ">=99.1" } }));
  expect(await prepare(project)).toMatchObject({ code: 1, calls: [] });
  expect((await prepare(project)).said).toContain("needs Node 99.1 or later; this is 2");
});

/** Starts the command line with a program that says its process and arguments, and then what signal ends it. */
function startDetectql({ root, path }: Project, command: string, env: Record<string, string> = {}) {
  const [program = "", ...args] = command.replace("DETECTQL", path("scripts/detectql.mjs")).split("|");
  const child = spawn(program, args, { cwd: root, env: { ...process.env, MAKES: main, ...env } });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, nextLine: async () => String((await lines.next()).value) };
}

test("detectql becomes the program in its own process, which signals reach", async () => {
  const { child, nextLine } = startDetectql(await newProject(), `${process.execPath}|DETECTQL|serve|--port|1`);
  expect(JSON.parse(await nextLine())).toEqual({ pid: child.pid, args: ["serve", "--port", "1"] });
  child.kill("SIGTERM");
  expect(await nextLine()).toBe("SIGTERM");
});

test("detectql ends when the shell between npm and it is killed", async () => {
  const command = `sh|-c|"${process.execPath}" "DETECTQL" serve; true`;
  const { child, nextLine } = startDetectql(await newProject(), command, { npm_lifecycle_event: "start" });
  expect(JSON.parse(await nextLine())).toMatchObject({ args: ["serve"] });
  child.kill("SIGTERM");
  expect(await nextLine()).toBe("SIGTERM");
});
