import { expect, test } from "vitest";
import { bearer, http, useApp } from "../setup/app.ts";

const app = useApp({ rateLimit: { capacity: 10_000, perSecond: 1 } });

const ask = (query: string, variables: object = {}) =>
  http(app()).post("/graphql").set(bearer(app(), "viewer")).send({ query, variables });

const page = "query ($first: Int!) { detections(first: $first) { nodes { id host } } }";

test("every answer says what it cost and what is left, and a page costs by its length", async () => {
  const small = await ask(page, { first: 1 });
  const middle = await ask(page, { first: 10 });
  const large = await ask(page, { first: 100 });
  const cost = (answer: typeof small) =>
    (answer.body as { extensions: { cost: { requested: number; throttle: { available: number } } } }).extensions.cost;
  // Ten times the items, and the little that a list costs by itself.
  expect(cost(large).requested).toBeGreaterThan(9 * cost(middle).requested);
  expect(cost(large).requested).toBeGreaterThan(200);
  expect(cost(large).throttle.available).toBe(
    10_000 - cost(small).requested - cost(middle).requested - cost(large).requested,
  );
  expect(large.headers).toMatchObject({
    "ratelimit-limit": "10000",
    "ratelimit-remaining": String(cost(large).throttle.available),
  });
});

test.each([
  { operationName: "Small", because: "it stands first and is the one that is asked for" },
  { operationName: "Large", because: "what stands before it is not run" },
])("of a document with several operations $operationName is charged: $because", async ({ operationName }) => {
  const operations = {
    Small: "query Small { detections(first: 1) { nodes { ...parts } } }",
    Large: "query Large { detections(first: 50) { nodes { ...parts } } }",
  };
  const fragment = "fragment parts on Detection { id host }";
  const send = (query: string) =>
    http(app()).post("/graphql").set(bearer(app(), "admin")).send({ query, operationName });
  const requested = (answer: { readonly body: unknown }) =>
    (answer.body as { extensions: { cost: { requested: number } } }).extensions.cost.requested;
  const alone = await send(`${operations[operationName as keyof typeof operations]} ${fragment}`);
  const among = await send(`${operations.Small} ${operations.Large} ${fragment}`);
  expect(requested(among)).toBe(requested(alone));
});

test("a key that has spent its points is a 429 that says when to come again, and other keys go on", async () => {
  let answer = await ask(page, { first: 200 });
  for (let i = 0; i < 20 && answer.status === 200; i++) answer = await ask(page, { first: 200 });
  expect(answer.status).toBe(429);
  expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
  expect(answer.body).toMatchObject({ errors: [{ extensions: { code: "RATE_LIMITED" } }] });
  const other = await http(app()).post("/graphql").set(bearer(app(), "analyst")).send({ query: "{ viewer { name } }" });
  expect(other.status).toBe(200);
});
