import { type CliOptions, createProgram } from "../../src/cli/index.ts";

interface Ran {
  readonly printed: readonly string[];
  readonly said: readonly string[];
  readonly exitCode: number;
}

/** Runs a command that needs no database. @returns what it printed and said, and its exit code */
export const run = (...args: readonly string[]): Promise<Ran> =>
  runWith(() => Promise.reject(new Error("no database")), ...args);

/** Runs a command with rooms over a database. */
export async function runWith(withRooms: CliOptions["withRooms"], ...args: readonly string[]): Promise<Ran> {
  const printed: string[] = [];
  const said: string[] = [];
  const program = createProgram({
    version: "0",
    serve: () => Promise.resolve(),
    withRooms,
    clock: () => new Date("2026-11-23T12:00:00Z"),
    print: (line) => printed.push(line),
    say: (line) => said.push(line),
  });
  await program.parseAsync(["node", "detectql", ...args]);
  const exitCode = Number(process.exitCode ?? 0);
  process.exitCode = 0;
  return { printed, said, exitCode };
}
