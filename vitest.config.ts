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
    hookTimeout: 120_000,
  },
});
