/** Where rules are read from: `--rules A B C` gives several, as `--rules A --rules B` does; SigmaHQ's if none are given. */
export function rulePaths(given: readonly string[] | undefined, positionals: readonly string[]): readonly string[] {
  const paths = [...(given ?? []), ...positionals];
  if (paths.length > 0) return paths;
  return ["rules", "rules-emerging-threats", "rules-threat-hunting"].map((name) => `../shared/data/sigmahq/${name}`);
}
