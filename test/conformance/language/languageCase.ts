import type { Classification, JsonObject } from "../../../src/event/index.ts";
import type { ProblemCode } from "../../../src/sigma/index.ts";

/** One sentence of the Sigma specification 2.1, in our own words, and what it means for a rule. */
export type LanguageCase = Sentence & (MatchCase | RejectedCase | SoundCase);

interface Sentence {
  /** The heading under which the specification says so. */
  readonly section: string;
  readonly because: string;
  /** Documents in YAML: rules, and the filters that narrow them. */
  readonly rule: string;
}

/** An event that one of the rules matches, or none. */
interface MatchCase {
  readonly event: JsonObject;
  readonly matches: boolean;
  /** What the sender says that the event is. */
  readonly declared?: Partial<Classification>;
  /** What placeholders stand for. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
}

/** Documents that are refused, with this code among others. */
interface RejectedCase {
  readonly problem: ProblemCode;
}

/** Documents in which there is no error. */
interface SoundCase {
  readonly sound: true;
}

type Row = Omit<Sentence, "section"> & (MatchCase | RejectedCase | SoundCase);

export const section = (heading: string, rows: readonly Row[]): readonly LanguageCase[] =>
  rows.map((row) => ({ section: heading, ...row }));

/** A rule with the lines of a `detection` section, which asks for no logsource. */
export const detecting = (detection: string, more = ""): string =>
  `title: Rule\nlogsource: {}\n${more}\ndetection:\n  ${detection.trim().replaceAll("\n", "\n  ")}\n`;

/** A rule whose only selection has this body. */
export const selecting = (body: string): string => detecting(`selection: ${body}\ncondition: selection`);

/** A rule with three selections, each of which looks for its own name, in capitals, in the field of its name. */
export const whose = (condition: string, names: readonly string[] = ["a", "b", "c"]): string =>
  detecting([...names.map((name) => `${name}: { ${name}: yes }`), `condition: ${condition}`].join("\n"));

/** The event in which these selections of `whose` hold. */
export const holding = (...names: readonly string[]): JsonObject =>
  Object.fromEntries(names.map((name) => [name, "yes"]));
