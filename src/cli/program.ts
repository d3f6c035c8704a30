import { Command } from "commander";
import { checkCommand } from "./check.ts";
import { coverageCommand } from "./coverage.ts";
import { evalCommand } from "./eval.ts";
import { importCommand } from "./import.ts";
import { keysCommand } from "./keys.ts";
import { logsourcesCommand } from "./logsources.ts";
import type { CliOptions, ServeOptions } from "./options.ts";

/** The command line: one file per command. */
export function createProgram(options: CliOptions): Command {
  const program = new Command("detectql")
    .description("Sigma detection as a service: a GraphQL API backed by PostgreSQL")
    .version(options.version)
    .showHelpAfterError();
  program
    .command("serve")
    .description("migrate, load the rules, serve HTTP and GraphQL")
    .option("--port <port>", "port to listen on (default: DETECTQL_PORT or 4000)", readPort)
    .option("--host <host>", "address to listen on (default: DETECTQL_HOST or 127.0.0.1)")
    .action((given: ServeOptions) => options.serve(given));
  program.addCommand(checkCommand(options));
  program.addCommand(evalCommand(options));
  program.addCommand(coverageCommand(options));
  program.addCommand(importCommand(options));
  program.addCommand(keysCommand(options));
  program.addCommand(logsourcesCommand(options));
  return program;
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`--port ${text}: a port is a number from 0 to 65535`);
}
