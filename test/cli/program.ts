import { createProgram } from "../../src/cli/index.ts";

/** Runs a command that needs no database. @returns what it printed and said, and its exit code */
export async function run(
  ...args: readonly string[]
): Promise<{ readonly printed: readonly string[]; readonly said: readonly string[]; readonly exitCode: number }> {
  const printed: string[] = [];
  const said: string[] = [];
  const program = createProgram({
    version: "0",
    serve: () => Promise.resolve(),
    withRooms: () => Promise.reject(new Error("no database")),
    clock: () => new Date("2026-11-23T12:00:00Z"),
    print: (line) => printed.push(line),
    say: (line) => said.push(line),
  });
  await program.parseAsync(["node", "detectql", ...args]);
  const exitCode = Number(process.exitCode ?? 0);
  process.exitCode = 0;
  return { printed, said, exitCode };
}
