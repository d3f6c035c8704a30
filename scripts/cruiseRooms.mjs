// Holds the imports of src/ against the table in .dependency-cruiser.cjs.
import { createRequire } from "node:module";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";

const config = createRequire(import.meta.url)("../.dependency-cruiser.cjs");

/**
 * @param {string} root the folder that src/ is in
 * @returns {Promise<{ violations: { gate: string, from: string, to: string, comment: string }[], modules: number }>}
 */
export async function cruiseRooms(root) {
  const tsConfig = path.join(root, "tsconfig.json");
  const options = { ...config.options, tsConfig: { fileName: tsConfig }, baseDir: root, validate: true };
  const result = await cruise(["src"], { ...options, ruleSet: { forbidden: config.forbidden } }, undefined, {
    tsConfig: extractTSConfig(tsConfig),
  });
  const { violations, totalCruised } = result.output.summary;
  const comments = new Map(config.forbidden.map((rule) => [rule.name, rule.comment]));
  return {
    violations: violations.map(({ rule, from, to }) => ({
      gate: rule.name,
      from,
      to,
      comment: comments.get(rule.name) ?? "",
    })),
    modules: totalCruised,
  };
}
