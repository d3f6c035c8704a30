// Writes docs/configuration.md from the configuration's schema; with --check fails if the file is another.
import { readFileSync, writeFileSync } from "node:fs";
import type { z } from "zod";
import { configurationSchema } from "../src/configuration.ts";

const file = new URL("../docs/configuration.md", import.meta.url);

const defaultOf = (type: z.ZodType): string => {
  const parsed = type.safeParse(undefined);
  return parsed.success && parsed.data !== undefined ? `\`${JSON.stringify(parsed.data).replaceAll('"', "")}\`` : "";
};

const rows = Object.entries(configurationSchema.shape).map(
  ([name, type]) => `| \`${name}\` | ${defaultOf(type)} | ${type.description ?? ""} |`,
);

const printed = `# Configuration

DetectQL reads these environment variables once, at start, and refuses to start with a line for each that is wrong.
This page is printed from \`src/configuration.ts\` by \`npm run docs\`.

| variable | default | what it is |
| --- | --- | --- |
${rows.join("\n")}
`;

if (!process.argv.includes("--check")) {
  writeFileSync(file, printed);
} else if (readFileSync(file, "utf8") === printed) {
  console.log("docs/configuration.md is what the code says");
} else {
  console.error("docs/configuration.md is not what the code says: run `npm run docs`");
  process.exitCode = 1;
}
