// Writes src/lint/fieldNames.ts from a file of field names by logsource:
//
//   node scripts/makeFieldNames.mjs NAMES.json [OUTPUT.ts]
//
// NAMES.json holds, below `legit` and `addon`, for each product its `category` and `service` names with their fields, and the fields
// that are `common` to all of them. The product `empty` stands for none. Names only are taken.
import { readFileSync, writeFileSync } from "node:fs";

const [input, output = new URL("../src/lint/fieldNames.ts", import.meta.url)] = process.argv.slice(2);
if (input === undefined) {
  console.error("usage: node scripts/makeFieldNames.mjs NAMES.json [OUTPUT.ts]");
  process.exit(2);
}
writeFileSync(output, print(JSON.parse(readFileSync(input, "utf8"))));

function print({ version, legit, addon = {} }) {
  const rows = Object.entries(legit).flatMap(([product, names]) => [
    [nameOf(product), "common", "", names.common ?? []],
    ...rowsOf(product, "category", names.category, addon[product]?.category),
    ...rowsOf(product, "service", names.service, addon[product]?.service),
  ]);
  return [
    "// Made by scripts/makeFieldNames.mjs: edit the script, not this file.",
    "",
    "/** The version of the names below. */",
    `export const fieldNamesVersion = ${JSON.stringify(String(version))};`,
    "",
    "/**",
    " * Product, category and service, separated by slashes -> the names of fields, separated by blanks; none if they are not listed.",
    " * Without category and service: the fields that all events of the product have.",
    " */",
    "export const fieldNames: Readonly<Record<string, string>> = {",
    ...rows.map(entryOf),
    "};",
    "",
  ].join("\n");
}

function rowsOf(product, kind, names = {}, more = {}) {
  return Object.entries(names).map(([name, fields]) => [
    nameOf(product),
    kind,
    name,
    [...fields, ...(more[name] ?? [])],
  ]);
}

function nameOf(product) {
  return product === "empty" ? "" : product;
}

/** Laid out as Prettier does. */
function entryOf([product, kind, name, fields]) {
  const key = [product, kind === "category" ? name : "", kind === "service" ? name : ""].join("/");
  const value = JSON.stringify([...new Set(fields.flatMap((field) => field.split(",")))].sort().join(" "));
  const line = `  ${JSON.stringify(key)}: ${value},`;
  return line.length <= 120 ? line : `  ${JSON.stringify(key)}:\n    ${value},`;
}
