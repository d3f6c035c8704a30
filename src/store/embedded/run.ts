import { spawn } from "node:child_process";

/** A system account, by number. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** How a program ended: its exit code (null if a signal killed it or it could not start) and all that it printed. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

// A grandchild (the server) may keep the pipes open on some systems: what was printed is in by then.
const graceMs = 500;

/** Runs a program to its end, as `account` if given. Never rejects: a program that cannot start has code null. */
export function run(command: string, args: readonly string[], account?: Account): Promise<Outcome> {
  return new Promise<Outcome>((resolve) => {
    const as = account === undefined ? {} : { uid: account.uid, gid: account.gid };
    // Detached, so that Ctrl-C reaches DetectQL alone, which then stops the server in order. `/` is reachable for all.
    const child = spawn(command, args, {
      ...as,
      cwd: "/",
      detached: process.platform !== "win32",
      env: environment(),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    let output = "";
    const gather = (text: Buffer) => (output += text.toString());
    child.stdout.on("data", gather);
    child.stderr.on("data", gather);
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
    child.on("exit", (code) => setTimeout(() => resolve({ code, output }), graceMs).unref());
    // spawn itself throws where the system forbids the account.
  }).catch((error: unknown) => ({ code: null, output: String(error) }));
}

/** For the programs: PG* variables of the caller would redirect them; locale and zone must not depend on the machine. */
export function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C", TZ: "UTC" };
}
