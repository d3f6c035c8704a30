import { expect, test } from "vitest";
import { authenticate } from "../../src/access/index.ts";
import { connect } from "../../src/store/connect.ts";
import { bearer, http, useApp } from "../setup/app.ts";
import { testNow } from "../setup/rooms.ts";

// Nobody listens there; keys are asked of the database with every request.
const away = connect("postgresql://nobody:nothing@127.0.0.1:1/none", { onError: () => undefined });
const app = useApp({}, { authenticate: (presented) => authenticate(away, presented, testNow) });

const error = {
  code: "UNAVAILABLE",
  message: "the database does not answer: send it again in 5 seconds",
};

test.each([
  { path: "/v1/events", body: { error } },
  { path: "/graphql", body: { errors: [{ message: error.message, extensions: { code: error.code } }] } },
])("while the database is away $path says so, and when to come again", async ({ path, body }) => {
  const answer = await http(app()).post(path).set(bearer(app(), "admin")).send({ query: "{ viewer { role } }" });
  expect({ status: answer.status, body: answer.body as unknown, wait: answer.headers["retry-after"] }).toEqual({
    status: 503,
    body,
    wait: "5",
  });
});
