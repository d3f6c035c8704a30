import { Command } from "commander";
import { importRules, type ImportReport } from "../rules/index.ts";
import { printProblem } from "../sigma/index.ts";
import { groupBy } from "../std/index.ts";
import type { CliOptions } from "./options.ts";
import { readRuleFiles } from "./ruleFiles.ts";

/** `detectql import PATH...`: loads rules into the store. Doing it again changes nothing. */
export function importCommand({ withRooms, print }: Pick<CliOptions, "withRooms" | "print">): Command {
  return new Command("import")
    .description("load Sigma rules into the store; the same text again is a no-op")
    .argument("<path...>", "rule files, or folders of .yml and .yaml files")
    .option("--verbose", "print the warnings too, one by one")
    .action(async (paths: readonly string[], { verbose = false }: { verbose?: boolean }) => {
      const sources = await readRuleFiles(paths);
      const reports = await withRooms((rooms) => importRules(rooms, rooms.actor, sources));
      for (const line of reports.flatMap((report) => linesOf(report, verbose))) print(line);
      for (const line of warningCounts(reports)) print(line);
      print(summary(reports));
      const waiting = reports.flatMap(({ rules }) => rules).filter(({ kind }) => kind === "correlation").length;
      if (waiting > 0) print(`${waiting} correlations are stored; they are not evaluated yet`);
      if (failures(reports) > 0) process.exitCode = 1;
    });
}

function linesOf({ source, problems, duplicates }: ImportReport, verbose: boolean): string[] {
  return [
    ...problems
      .filter(({ severity }) => severity === "error" || verbose)
      .map((problem) => printProblem(source, problem)),
    ...duplicates.map(({ identity, first }) => `${source.name}: rule ${identity} is in ${first} already`),
  ];
}

/** How many warnings there are of each code, the most frequent first. */
function warningCounts(reports: readonly ImportReport[]): readonly string[] {
  const warnings = reports.flatMap(({ problems }) => problems).filter(({ severity }) => severity === "warning");
  const counts = Array.from(
    groupBy(warnings, ({ code }) => code),
    ([code, { length }]) => ({ code, length }),
  );
  return counts
    .toSorted((one, other) => other.length - one.length)
    .map(({ code, length }) => `${String(length).padStart(6)} × warning[${code}]`);
}

/** Files of which something was not stored. */
const failures = (reports: readonly ImportReport[]): number =>
  reports.filter(
    ({ problems, duplicates }) => duplicates.length > 0 || problems.some(({ severity }) => severity === "error"),
  ).length;

function summary(reports: readonly ImportReport[]): string {
  const outcomes = reports.flatMap(({ rules }) => rules.map(({ outcome }) => outcome));
  const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
  return `${reports.length} files: ${count("new")} new, ${count("changed")} changed, ${count("unchanged")} unchanged; ${failures(reports)} files failed`;
}
