import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";

const root = path.resolve(import.meta.dirname, "../..");

/** `detectql` in a process of its own, as its users run it. */
export function runDetectql(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "src/main.ts", ...args], {
    cwd: root,
    env: { ...process.env, DETECTQL_LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

export interface RunningServer {
  readonly process: ChildProcess;
  readonly url: string;
  /** What it has said so far. */
  readonly said: readonly string[];
}

/** Starts a server on a free port and waits until it says that it is ready. */
export async function startServer(env: Readonly<Record<string, string>>): Promise<RunningServer> {
  const child = runDetectql(["serve", "--port", "0"], env);
  const said: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${String(code)}: ${said.join("\n")}`)));
    const listen = (line: string) => {
      said.push(line);
      const ready = /^ready: (\S+)/.exec(line)?.[1];
      if (ready !== undefined) resolve(ready);
    };
    if (child.stderr) createInterface(child.stderr).on("line", listen);
    child.stdout?.resume();
  });
  return { process: child, url, said };
}

/** Sends a signal and waits for the end. @returns the exit code, or the signal that ended it */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode;
  child.kill(signal);
  const [code, by] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  return code ?? by;
}

/** Runs a command to its end. */
export async function detectql(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = runDetectql(args, env);
  const chunks: string[] = [];
  child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output: chunks.join("") };
}
