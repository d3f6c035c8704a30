// Writes src/attack/enterprise.ts from a file of ATT&CK facts:
//
//   node scripts/makeAttack.mjs FACTS.json [OUTPUT.ts]
//
// FACTS.json holds `version`, `notice`, `tactics`, `techniques` and `replacedBy`; only ids, names and tactics are taken.
import { readFileSync, writeFileSync } from "node:fs";

const [input, output = new URL("../src/attack/enterprise.ts", import.meta.url)] = process.argv.slice(2);
if (input === undefined) {
  console.error("usage: node scripts/makeAttack.mjs FACTS.json [OUTPUT.ts]");
  process.exit(2);
}
writeFileSync(output, print(JSON.parse(readFileSync(input, "utf8"))));

function print({ version, notice, tactics, techniques, replacedBy }) {
  const tacticIds = new Map(tactics.map(({ id, shortname }) => [shortname, id]));
  const tacticRows = tactics.map(({ id, shortname, name }) => [id, shortname, name]);
  const techniqueRows = techniques
    .map(({ id, name, tactics: names }) => [id, names.map((each) => idOf(tacticIds, each)).join(" "), name])
    .sort(byId);
  const replacedRows = Object.entries(replacedBy).sort(byId);
  return [
    `// ${notice}`,
    "// Made by scripts/makeAttack.mjs: edit the script, not this file.",
    "",
    "/** The version of Enterprise ATT&CK that the tables below are. */",
    `export const attackVersion = ${JSON.stringify(String(version))};`,
    "",
    "/** Id, short name, name; in the order of the matrix. */",
    table("tacticRows", ["id", "shortName", "name"], tacticRows),
    "",
    "/** Id, ids of its tactics separated by spaces, name; ordered by id. */",
    table("techniqueRows", ["id", "tacticIds", "name"], techniqueRows),
    "",
    "/** Former id, the id in force; ordered by former id. */",
    table("replacedRows", ["formerId", "id"], replacedRows),
    "",
  ].join("\n");
}

function table(name, columns, rows) {
  const type = `readonly (readonly [${columns.map((column) => `${column}: string`).join(", ")}])[]`;
  return [`export const ${name}: ${type} = [`, ...rows.map((row) => `  ${rowText(row)},`), "];"].join("\n");
}

function rowText(row) {
  return `[${row.map((cell) => JSON.stringify(cell)).join(", ")}]`;
}

function idOf(tacticIds, shortName) {
  const id = tacticIds.get(shortName);
  if (id === undefined) throw new Error(`a technique names the tactic ${shortName}, which the file does not have`);
  return id;
}

function byId([one], [other]) {
  return one < other ? -1 : one > other ? 1 : 0;
}
