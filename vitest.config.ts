import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // One copy of graphql: its ESM and CommonJS builds refuse each other's schemas.
    alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
  },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/setup/postgres.ts"],
    // Only what hangs is ended: how fast a machine is must not matter.
    testTimeout: 120_000,
    // Many files wait for a database or a process: two at a time are quicker on two cores than one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    hookTimeout: 120_000,
  },
});
