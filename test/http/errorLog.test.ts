import { PassThrough } from "node:stream";
import fastify from "fastify";
import pg from "pg";
import { expect, test } from "vitest";
import { loggedError } from "../../src/http/errorLog.ts";

const refused = Object.assign(new pg.DatabaseError("duplicate key value", 10, "error"), {
  code: "23505",
  detail: "Key (host)=(secret-host) already exists.",
  where: 'COPY event, line 1, column record: "secret-record"',
});

test("the log has what helps to find a bug, and nothing of what was sent", async () => {
  const lines = new PassThrough();
  const app = fastify({ logger: { level: "error", stream: lines, serializers: { err: loggedError } } });
  app.log.error(refused);
  await app.close();
  const text = String(lines.read());
  expect(text).toContain("duplicate key value");
  expect(text).toContain("23505");
  expect(text).toContain("errorLog.test.ts");
  expect(text).not.toContain("secret");
});

test.each([{ thrown: "secret" }, { thrown: { password: "secret" } }, { thrown: null }])(
  "what is no error, $thrown, is logged by its type alone",
  ({ thrown }) => {
    expect(loggedError(thrown)).toEqual({ type: typeof thrown, message: "", stack: "" });
  },
);
