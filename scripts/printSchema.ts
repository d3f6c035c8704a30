// Writes schema.graphql from the code; with --check fails if the file is another.
import { readFileSync, writeFileSync } from "node:fs";
import { lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "../src/api/index.ts";

const file = new URL("../schema.graphql", import.meta.url);
const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;

if (!process.argv.includes("--check")) {
  writeFileSync(file, printed);
} else if (readFileSync(file, "utf8") === printed) {
  console.log("schema.graphql is what the code says");
} else {
  console.error("schema.graphql is not what the code says: run `npm run schema` and look at the difference");
  process.exitCode = 1;
}
