import { type ImportedRule, importRules, type ImportReport } from "../../rules/index.ts";
import { groupBy } from "../../std/index.ts";
import { builder, only } from "../builder.ts";
import { RuleKindEnum } from "../enums.ts";
import { clientError } from "../errors.ts";
import { readText } from "../ids.ts";
import { limits } from "../limits.ts";
import { ProblemRef } from "../types/problem.ts";

const RuleFileInput = builder.inputType("RuleFileInput", {
  description: "A YAML file with rules, filters and correlations.",
  fields: (t) => ({
    path: t.string({ required: true, description: "Kept as the `source` of its rules, and named in problems." }),
    content: t.string({ required: true, description: "The YAML text, of one document or many." }),
  }),
});

const ImportOutcomeEnum = builder.enumType("ImportOutcome", {
  description: "What an import did to a rule.",
  values: {
    NEW: { value: "new", description: "There was no such rule." },
    CHANGED: {
      value: "changed",
      description: "The text is a new revision of a rule; one that was deleted is there again.",
    },
    UNCHANGED: { value: "unchanged", description: "The rule has this very text." },
  } as const,
});

const ImportedRuleRef = builder.objectRef<ImportedRule>("ImportedRule").implement({
  description: "A rule that an import has stored, or had stored before.",
  fields: (t) => ({
    id: t.exposeID("identity", { description: "The rule's `id`." }),
    kind: t.expose("kind", { type: RuleKindEnum, description: "Whether it is a rule, a filter or a correlation." }),
    title: t.exposeString("title", { description: "As its author wrote it." }),
    outcome: t.field({
      type: ImportOutcomeEnum,
      description: "What became of it.",
      // A conflict needs an expected version, and an import has none.
      resolve: ({ outcome }) => (outcome === "conflict" ? "unchanged" : outcome),
    }),
  }),
});

const DuplicateRef = builder.objectRef<ImportReport["duplicates"][number]>("DuplicateRule").implement({
  description: "A rule that was left out, because an earlier one of the same import has its id.",
  fields: (t) => ({
    id: t.exposeID("identity", { description: "The id that both have." }),
    first: t.exposeString("first", { description: "The path of the file that was taken." }),
  }),
});

const hasFailed = ({ problems, duplicates }: ImportReport): boolean =>
  duplicates.length > 0 || problems.some(({ severity }) => severity === "error");

const FileReportRef = builder.objectRef<ImportReport>("ImportedFile").implement({
  description: "What became of one file. Its good rules are stored, whatever is wrong with the others.",
  fields: (t) => ({
    path: t.string({ description: "As the request names it.", resolve: ({ source }) => source.name }),
    failed: t.boolean({
      description: "Whether something of it was not stored: `problems` and `duplicates` say what.",
      resolve: hasFailed,
    }),
    rules: t.field({
      type: [ImportedRuleRef],
      description: "The rules that are stored now.",
      resolve: ({ rules }) => [...rules],
    }),
    problems: t.field({
      type: [ProblemRef],
      description:
        "What is wrong with it, and what the checks say of rules that are new or changed, in the order of the text.",
      resolve: ({ problems, source }) => problems.map((problem) => ({ problem, source })),
    }),
    duplicates: t.field({
      type: [DuplicateRef],
      description: "Rules that were left out, because another had their id first.",
      resolve: ({ duplicates }) => [...duplicates],
    }),
  }),
});

const ImportPayload = builder.objectRef<readonly ImportReport[]>("ImportRulesPayload");

const countOf = (reports: readonly ImportReport[], wanted: ImportedRule["outcome"]): number =>
  groupBy(
    reports.flatMap(({ rules }) => rules),
    ({ outcome }) => outcome,
  ).get(wanted)?.length ?? 0;

ImportPayload.implement({
  description: "What became of the files, and of their rules in all.",
  fields: (t) => ({
    new: t.int({ description: "Rules that are new.", resolve: (reports) => countOf(reports, "new") }),
    changed: t.int({ description: "Rules with a new revision.", resolve: (reports) => countOf(reports, "changed") }),
    unchanged: t.int({ description: "Already so.", resolve: (reports) => countOf(reports, "unchanged") }),
    failedFiles: t.int({
      description: "Files of which something was not stored.",
      resolve: (reports) => reports.filter(hasFailed).length,
    }),
    files: t.field({
      type: [FileReportRef],
      description: "Every file, in the order of the request.",
      args: {
        failedOnly: t.arg.boolean({
          defaultValue: false,
          description: "Only those of which something was not stored.",
        }),
      },
      resolve: (reports, { failedOnly }) => reports.filter((report) => !failedOnly || hasFailed(report)),
    }),
  }),
});

builder.mutationField("importRules", (t) =>
  t.field({
    type: ImportPayload,
    ...only("administer"),
    description: `Stores the rules of many files in one transaction; the same files again change nothing. At most ${limits.importFiles.toLocaleString("en")} files and ${limits.importCharacters.toLocaleString("en")} characters.`,
    args: {
      files: t.arg({
        type: [RuleFileInput],
        required: true,
        description: "Of rules with the same id the first is taken.",
      }),
    },
    resolve: (_, { files }, { principal, rooms }) => {
      const characters = files.reduce((sum, { content }) => sum + content.length, 0);
      if (files.length > limits.importFiles || characters > limits.importCharacters) {
        throw clientError(
          "BAD_USER_INPUT",
          `${files.length} files of ${characters} characters are more than one import takes (${limits.importFiles}, ${limits.importCharacters}): split it`,
        );
      }
      const sources = files.map(({ path, content }) => ({ name: readText(path, "path"), text: content }));
      return importRules(rooms, principal, sources);
    },
  }),
);
