import { Command } from "commander";
import { whyUndeliverable } from "../event/index.ts";
import { parseSigma, type Logsource } from "../sigma/index.ts";
import { groupBy } from "../std/index.ts";
import type { CliOptions } from "./options.ts";
import { readRuleFiles } from "./ruleFiles.ts";

/** `detectql logsources PATH...`: for which rules events are recognised without being declared, and for which they are not. */
export function logsourcesCommand({ print }: Pick<CliOptions, "print">): Command {
  return new Command("logsources")
    .description("print the share of rules whose logsource is recognised in events, and why that of the others is not")
    .argument("<path...>", "rule files, or folders of .yml and .yaml files")
    .action(async (paths: readonly string[]) => {
      const sources = await readRuleFiles(paths);
      const logsources = sources.flatMap((source) => parseSigma(source).rules).map(({ logsource }) => logsource);
      for (const line of report(logsources)) print(line);
    });
}

/** The share, then each logsource that no record is recognised as: the most frequent first. */
function report(logsources: readonly Logsource[]): string[] {
  const rest = [...groupBy(logsources, spell).values()].flatMap((same) => {
    const [logsource] = same;
    const reason = logsource && whyUndeliverable(logsource);
    return logsource && reason !== undefined ? [{ count: same.length, logsource: spell(logsource), reason }] : [];
  });
  const without = rest.reduce((sum, { count }) => sum + count, 0);
  const sorted = rest.toSorted((one, other) => other.count - one.count);
  return [
    share(logsources.length - without, logsources.length),
    ...sorted.map(({ count, logsource, reason }) => `${String(count).padStart(5)}  ${logsource}: ${reason}`),
  ];
}

function share(recognised: number, all: number): string {
  const percent = all === 0 ? 0 : Math.floor((recognised * 10_000) / all) / 100;
  return `${recognised} of ${all} rules (${percent.toFixed(2)} %) have a logsource that is recognised in events`;
}

/** A logsource in one line, for reading. */
const spell = ({ product, category, service }: Logsource): string =>
  [product && `product ${product}`, category && `category ${category}`, service && `service ${service}`]
    .filter((part) => part !== undefined)
    .join(", ");
