// Writes docs/problems.md from the catalogues of codes; with --check fails if the file is another.
import { readFileSync, writeFileSync } from "node:fs";
import { lintCodes } from "../src/lint/index.ts";
import { problemCodes } from "../src/sigma/index.ts";

const file = new URL("../docs/problems.md", import.meta.url);

const cell = (text: string) => text.replaceAll("|", "\\|");

const errors = Object.entries(problemCodes).map(
  ([code, { severity, explanation }]) => `| \`${code}\` | ${severity} | ${cell(explanation)} |`,
);
const warnings = Object.entries(lintCodes).map(
  ([code, { explanation, link }]) => `| \`${code}\` | ${cell(explanation)} | [source](${link}) |`,
);

const printed = `# Problems

What can be wrong with a rule. The codes are stable: tools can rely on them. This page is printed from the catalogues in
\`src/sigma/\` and \`src/lint/\` by \`npm run docs\`.

## Of the language

A rule with an error is not stored and not evaluated.

| code | severity | means |
| --- | --- | --- |
${errors.join("\n")}

## Beyond the language

Warnings of \`detectql check\`: the rule can be used.

| code | means | says who |
| --- | --- | --- |
${warnings.join("\n")}
`;

if (!process.argv.includes("--check")) {
  writeFileSync(file, printed);
} else if (readFileSync(file, "utf8") === printed) {
  console.log("docs/problems.md is what the code says");
} else {
  console.error("docs/problems.md is not what the code says: run `npm run docs`");
  process.exitCode = 1;
}
