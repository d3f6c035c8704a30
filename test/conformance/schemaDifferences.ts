import type { Json } from "../../src/std/index.ts";
import type { Mutation } from "./schemaMutations.ts";

/** Where this parser and the specification's schemas differ on purpose, and why. */
export interface Difference {
  /** Who takes the document: the other refuses it. */
  readonly takenBy: "parser" | "schema";
  readonly because: string;
  readonly covers: (mutation: Mutation) => boolean;
}

const isList = (value: Json | undefined): boolean => Array.isArray(value);
const isText = (value: Json | undefined): boolean => typeof value === "string";
const isEmpty = (value: Json | undefined): boolean =>
  value === "" || (typeof value === "object" && value !== null && Object.keys(value).length === 0);

/** The keys that only the schema of rules has, or that of correlations has not. */
const metadataOfRules =
  /^(?:related|name|status|license|references|author|tags|scope|fields|falsepositives|level)(?:\.|$)/;

export const differences: readonly Difference[] = [
  {
    takenBy: "parser",
    because: "an empty value is an absent one",
    covers: ({ value }) => value === null,
  },
  {
    takenBy: "parser",
    because: "an id need not be a UUID, as the prose says; a check recommends it",
    covers: ({ path, value }) => /(?:^|\.)id$/.test(path) && isText(value),
  },
  {
    takenBy: "parser",
    because:
      "conventions of dates, tags and lengths are checks of their own: a rule that breaks one still finds what it finds",
    covers: ({ path, value }) =>
      /^(?:date|modified|tags|tags\.0|taxonomy|scope\.0|falsepositives\.0|correlation\.rules\.1)$/.test(path) &&
      (isText(value) || isList(value)),
  },
  {
    takenBy: "parser",
    because: "what is listed twice is the same listed once",
    covers: ({ value }) => Array.isArray(value) && value.length === 2,
  },
  {
    takenBy: "parser",
    because: "one string is a list of one",
    covers: ({ path, value }) =>
      /^(?:references|falsepositives|correlation\.group-by|filter\.rules)$/.test(path) && isText(value),
  },
  {
    takenBy: "parser",
    because: "a selection may be one keyword",
    covers: ({ path, value }) => path.endsWith(".selection") && typeof value !== "object",
  },
  {
    takenBy: "parser",
    because: "matches need not be grouped, as the prose says",
    covers: ({ path, value }) => path === "correlation.group-by" && value === undefined,
  },
  {
    takenBy: "parser",
    because: "a filter of no rule in particular is for any (Sigma 2.2)",
    covers: ({ path }) => /^filter\.rules(?:\.0)?$/.test(path),
  },
  {
    takenBy: "schema",
    because: "a title is there to be read",
    covers: ({ path, value }) => path === "title" && value === "",
  },
  {
    takenBy: "schema",
    because: "filters and correlations have the same metadata as rules, of the same types",
    covers: ({ kind, path }) => kind !== "rule" && metadataOfRules.test(path),
  },
  {
    takenBy: "schema",
    because: "nothing to look for finds nothing, or everything",
    covers: ({ path, value }) =>
      /\.(?:selection|selection\.A|condition|rules|timespan)$/.test(path) && (isEmpty(value) || value === undefined),
  },
  {
    takenBy: "schema",
    because: "a field's value is a scalar or a list of them",
    covers: ({ path, value }) => path.endsWith(".selection.A") && typeof value === "object",
  },
  {
    takenBy: "schema",
    because: "a condition has a grammar, and names selections that are there",
    covers: ({ path, value }) =>
      /^(?:detection|filter)\.(?:condition|selection)$/.test(path) && (isText(value) || value === undefined),
  },
  {
    takenBy: "schema",
    because: "an alias is for rules that the correlation lists, and says what a field is called",
    covers: ({ path }) => path.startsWith("correlation.rules") || path.startsWith("correlation.aliases.a"),
  },
  {
    takenBy: "schema",
    because: "a timespan has a grammar",
    covers: ({ path, value }) => path === "correlation.timespan" && isText(value),
  },
  {
    takenBy: "schema",
    because: "the schema states the types in a correlation's condition where no validator looks",
    covers: ({ path }) => path.startsWith("correlation.condition"),
  },
];
