// Assembles kernel.wat and prints it as hex.ts; `--check` says whether that is what hex.ts has.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import assembler from "wabt";

const folder = path.resolve(import.meta.dirname, "../src/engine/indexed/texts/kernel");
const [source, target] = ["kernel.wat", "hex.ts"].map((name) => path.join(folder, name)) as [string, string];

const wabt = await assembler();
const assembled = wabt.parseWat(source, await readFile(source, "utf8"), { simd: true });
assembled.validate();
const { buffer } = assembled.toBinary({});
const text = await format(
  `// Assembled from kernel.wat by \`npm run kernel\`: not written by hand.\n` +
    `export const kernelHex = "${Buffer.from(buffer).toString("hex")}";\n`,
  { ...(await resolveConfig(target)), parser: "typescript" },
);

if (process.argv.includes("--check")) {
  if ((await readFile(target, "utf8")) !== text) {
    console.error("kernel/hex.ts is not what kernel.wat gives: npm run kernel");
    process.exitCode = 1;
  }
} else await writeFile(target, text);
