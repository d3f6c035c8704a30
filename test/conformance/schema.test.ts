import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { parseSigma } from "../../src/sigma/index.ts";
import { data } from "../../src/sigma/printing/printable.ts";
import { printYaml } from "../../src/sigma/yaml/printYaml.ts";
import { hasSigmahq } from "./sigmahq.ts";
import { differences } from "./schemaDifferences.ts";
import { fullDocuments, type Mutation, mutationsOf } from "./schemaMutations.ts";
import { hasSpecification, type Kind, kinds, readExamples, validator } from "./schemas.ts";

/** Whether this parser takes a text as one document of a kind. */
function takes(kind: Kind, text: string): boolean {
  const { rules, filters, correlations } = parseSigma({ name: "document.yml", text });
  const counts = { rule: rules.length, filter: filters.length, correlation: correlations.length };
  return counts[kind] === 1;
}

const skipped = hasSpecification ? "" : " (skipped: ../shared/data/sigma-specification is missing)";

describe.skipIf(!hasSpecification)(`the parser and the specification's schemas agree${skipped}`, () => {
  const validators = hasSpecification
    ? new Map(kinds.map((kind) => [kind, validator(kind)]))
    : new Map<Kind, ReturnType<typeof validator>>();
  const isValid = (kind: Kind, document: unknown): boolean => validators.get(kind)?.(document) === true;

  test("on every example: both take it", () => {
    const examples = readExamples();
    const refused = examples.filter(({ kind, text }) => !takes(kind, text) || !isValid(kind, load(text)));
    expect(refused.map(({ name }) => name)).toEqual([]);
    expect(examples.length).toBeGreaterThan(10);
  });

  test.skipIf(!hasSigmahq)("on every rule of SigmaHQ: both take it", { timeout: 120_000 }, () => {
    const files = sigmahqFiles();
    const refused = files.filter((file) => {
      const text = readFileSync(file, "utf8");
      return !takes("rule", text) || !isValid("rule", load(text));
    });
    expect(refused).toEqual([]);
    expect(files.length).toBeGreaterThan(3_500);
  });

  test.each(kinds)("on a %s that has everything: both take it", (kind) => {
    const document = fullDocuments[kind];
    expect([takes(kind, printYaml(data(document))), isValid(kind, document)]).toEqual([true, true]);
  });

  test("on what is wrong in a document, but for the differences that are listed", { timeout: 120_000 }, () => {
    const disagreements = kinds.flatMap(mutationsOf).flatMap((mutation) => {
      const isTaken = takes(mutation.kind, printYaml(data(mutation.document)));
      if (isTaken === isValid(mutation.kind, mutation.document)) return [];
      return [{ mutation, takenBy: isTaken ? "parser" : "schema" } as const];
    });
    const unlisted = disagreements.filter(
      ({ mutation, takenBy }) => !differences.some((known) => known.takenBy === takenBy && known.covers(mutation)),
    );
    const unused = differences.filter(
      (known) => !disagreements.some(({ mutation, takenBy }) => known.takenBy === takenBy && known.covers(mutation)),
    );
    expect(unlisted.map(({ mutation, takenBy }) => `only the ${takenBy} takes ${describeMutation(mutation)}`)).toEqual(
      [],
    );
    expect(unused.map(({ because }) => because)).toEqual([]);
  });
});

const describeMutation = ({ kind, path, value }: Mutation): string =>
  `a ${kind} with ${path}: ${value === undefined ? "nothing" : JSON.stringify(value)}`;

function sigmahqFiles(): readonly string[] {
  const root = resolve("../shared/data/sigmahq");
  const folders = readdirSync(root).filter((name) => name === "rules" || name.startsWith("rules-"));
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".yml"))
      .map((name) => join(root, folder, name)),
  );
}
