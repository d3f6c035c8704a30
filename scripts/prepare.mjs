// Makes a clone runnable: installs what is missing and builds what is stale, and says so on stderr, a line a step.
// Plain Node without packages, because it runs before there are any. `node scripts/prepare.mjs [--build]`
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { takeLock } from "./prepareLock.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...names) => join(root, ...names);
const say = (text) => process.stderr.write(`detectql: ${text}\n`);
const waitMs = 200;

/**
 * Brings packages, the generated database client and (with `build`) dist/ up to date. Quick if they are: a hash of the lock
 * file, one of the schema, and the times of the sources are held against stamps of the last run.
 */
export async function prepare({ build }) {
  checkNode();
  const steps = build ? [packages, client, compiled] : [packages, client];
  if (steps.every(isFresh)) return;
  const unlock = await lock();
  try {
    for (const step of steps) if (!isFresh(step)) await refresh(step);
  } finally {
    unlock();
  }
}

// A step is fresh if its stamp says what `state` says. The stamp goes before the work, so that half a work is stale.
function isFresh({ stamp, state }) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === state();
}

async function refresh({ stamp, state, says, work }) {
  rmSync(stamp, { force: true });
  if (says !== undefined) say(says);
  await work();
  writeFileSync(stamp, state());
}

const hash = (...texts) => createHash("sha256").update(texts.join("\0")).digest("hex");
const read = (...names) => readFileSync(at(...names), "utf8");

const packages = {
  stamp: at("node_modules", ".detectql-stamp"),
  state: () => hash(read("package-lock.json")),
  work: async () => {
    if (isInstalled()) return;
    say("installing packages (npm ci, the first time about a minute)");
    await npm("ci", "--include=dev");
  },
};

const client = {
  stamp: at("src", "store", "generated", ".stamp"),
  state: () => hash(read("prisma", "schema.prisma"), read("node_modules", "prisma", "package.json")),
  says: "generating the database client (prisma generate)",
  // The engine is not needed to generate, but would be fetched from a host of Prisma's; so would news of a version.
  work: () =>
    node(at("node_modules", "prisma", "build", "index.js"), ["generate"], {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    }),
};

const compiled = {
  stamp: at("dist", ".stamp"),
  state: () => hash(...sources().map(([file, stat]) => `${file} ${stat.size} ${stat.mtimeMs}`)),
  says: "compiling (tsc)",
  work: async () => {
    // The compiler leaves the output of sources that are gone.
    const names = hash(...sources().map(([file]) => file));
    if (!existsSync(at("dist", ".names")) || read("dist", ".names") !== names)
      rmSync(at("dist"), { recursive: true, force: true });
    // Without checking types, which takes thrice as long and is for `npm run check` to do.
    await node(at("node_modules", "typescript", "bin", "tsc"), ["-p", "tsconfig.build.json", "--noCheck"]);
    writeFileSync(at("dist", ".names"), names);
  },
};

function sources() {
  const files = readdirSync(at("src"), { recursive: true }).filter((file) => file.endsWith(".ts"));
  const inputs = [
    ...files.map((file) => join("src", file)),
    "tsconfig.json",
    "tsconfig.build.json",
    "package-lock.json",
  ];
  return inputs.sort().map((file) => [file, statSync(at(file))]);
}

/** Whether npm has installed what the lock file says, by hand perhaps; packages for other systems may be absent. */
function isInstalled() {
  if (!existsSync(at("node_modules", ".package-lock.json"))) return false;
  const wanted = JSON.parse(read("package-lock.json")).packages;
  const present = JSON.parse(read("node_modules", ".package-lock.json")).packages;
  return (
    Object.entries(present).every(([path, { version }]) => wanted[path]?.version === version) &&
    Object.entries(wanted).every(([path, { optional }]) => path === "" || optional === true || path in present)
  );
}

function checkNode() {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(JSON.parse(read("package.json")).engines.node).map(Number);
  const [ourMajor, ourMinor] = process.versions.node.split(".").map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  throw new Error(`DetectQL needs Node ${major}.${minor} or later; this is ${process.versions.node}`);
}

async function lock() {
  mkdirSync(at(".detectql"), { recursive: true });
  for (let told = false; ; told = true) {
    const unlock = takeLock(at(".detectql", "prepare.lock"));
    if (unlock !== undefined) return unlock;
    if (!told) say("waiting for another process that prepares");
    await sleep(waitMs);
  }
}

/** The npm that runs us, else the one on the path. */
function npm(...args) {
  const script = process.env.npm_execpath ?? "";
  if (basename(script) === "npm-cli.js") return node(script, args);
  return run("npm", args, { shell: process.platform === "win32" });
}

const node = (script, args, env = {}) => run(process.execPath, [script, ...args], { env: { ...process.env, ...env } });

const signals = ["SIGINT", "SIGTERM"];

/** Runs a program; what it prints is shown only if it fails. A signal to us ends it, and then us. */
function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], ...options });
    let output = "";
    let interrupted;
    const pass = (signal) => child.kill((interrupted = signal));
    for (const signal of signals) process.on(signal, pass);
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("error", reject);
    child.on("close", (code) => {
      for (const signal of signals) process.off(signal, pass);
      if (interrupted !== undefined) reject(new Error(`interrupted by ${interrupted}`));
      else if (code === 0) resolve();
      else reject(new Error(`${[basename(command), ...args].join(" ")} failed:\n${output.trim()}`));
    });
  });
}

/** For a script's top level: a failure is told without a stack, and ends the process. */
export async function prepareOrExit(options) {
  try {
    await prepare(options);
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}

if (realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await prepareOrExit({ build: process.argv.includes("--build") });
}
