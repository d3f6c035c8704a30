import { createReadStream } from "node:fs";
import { Command, Option } from "commander";
import { countable, emptyTally, everyEvent, normalise, tallyEvent } from "../event/index.ts";
import { decodeStream } from "../ingest/index.ts";
import { fieldsAsked, keptDays, type Presence, presenceOf, readPresence } from "../rules/index.ts";
import type { Rule } from "../sigma/index.ts";
import { findRule } from "./findRule.ts";
import { loadPipeline, loadRules } from "./loadRules.ts";
import type { CliOptions } from "./options.ts";
import { printCoverage, printCoverageJson } from "./printCoverage.ts";

type Voice = Pick<CliOptions, "print" | "say">;

interface CoverageOptions {
  readonly events?: string;
  readonly rules?: readonly string[];
  readonly pipelines?: readonly string[];
  readonly rule?: readonly string[];
  readonly days: number;
  readonly all?: boolean;
  readonly format: "text" | "json";
}

/** Rules, and what has arrived for them. */
interface Arrived {
  readonly rules: readonly Rule[];
  readonly presence: Presence;
}

/** `detectql coverage`: whether what arrives has the fields that rules ask for, in the store or in a file. */
export function coverageCommand(options: Pick<CliOptions, "withRooms" | "print" | "say">): Command {
  return new Command("coverage")
    .description("which rules can never fire on the events that arrive, and which fields no rule uses")
    .option(
      "--events <file>",
      "in place of the store: NDJSON, a JSON array or JSON objects in a row; - is standard input",
    )
    .option("--rules <path...>", "with --events: rule files, or folders of .yml and .yaml files")
    .option("--pipelines <file...>", "with --rules: pySigma processing pipelines")
    .option("--rule <id...>", "these rules alone, by id, name or title, with all of their fields")
    .option("--days <number>", `in the store: the last so many days, at most ${keptDays}`, readDays, 7)
    .option("--all", "list the rules that can fire, and those without events, too")
    .addOption(new Option("--format <format>", "how it is printed").choices(["text", "json"]).default("text"))
    .action(async (given: CoverageOptions) => {
      const arrived = await gather(given, options);
      const named = given.rule?.map((name) => findRule(arrived.rules, name));
      const report = { ...arrived, ...(named && { named }), all: given.all === true };
      const lines = given.format === "json" ? printCoverageJson(report) : printCoverage(report);
      for (const line of lines) options.print(line);
    });
}

async function gather(
  given: CoverageOptions,
  options: Pick<CliOptions, "withRooms" | "print" | "say">,
): Promise<Arrived> {
  const { events, rules: paths, days } = given;
  if ((events === undefined) !== (paths === undefined)) throw new Error("--events and --rules go together");
  if (events === undefined || paths === undefined) return await fromStore(days, options);
  const rules = await loadRules(paths, await loadPipeline(given.pipelines ?? [], options), options);
  return { rules, presence: await fromFile(events, rules, options) };
}

const fromStore = (days: number, { withRooms }: Pick<CliOptions, "withRooms">): Promise<Arrived> =>
  withRooms(async ({ database, registry, clock, actor: { tenantId } }) => ({
    rules: [...(await registry.book(tenantId)).effective.values()],
    presence: await readPresence(database, tenantId, days, clock()),
  }));

/** Looks at every event of a file. */
async function fromFile(file: string, rules: readonly Rule[], { say }: Voice): Promise<Presence> {
  const tally = emptyTally();
  const looking = { asked: fieldsAsked(rules), placeOf: () => 0, sampling: everyEvent };
  const chunks: AsyncIterable<Buffer> = file === "-" ? process.stdin : createReadStream(file);
  for await (const decoded of decodeStream(chunks)) {
    if (decoded.kind === "refused") throw new Error(`${file}: ${decoded.message}`);
    for (const { index, code, message } of decoded.rejections) say(`event ${index}: ${code}: ${message}`);
    for (const { record, logsource } of decoded.records)
      tallyEvent(tally, countable(normalise(record, logsource)), looking);
  }
  return presenceOf(tally);
}

function readDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= keptDays) return days;
  throw new Error(`--days ${text}: a number from 1 to ${keptDays}`);
}
