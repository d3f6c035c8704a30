import { expect, test } from "vitest";
import { http, useApp } from "../setup/app.ts";

const app = useApp();

test("the page needs no key, holds none, and lets in nothing from elsewhere", async () => {
  const { status, text, headers } = await http(app()).get("/graphiql");
  expect(status).toBe(200);
  expect(headers["content-type"]).toMatch(/^text\/html/);
  expect(headers["content-security-policy"]).toMatch(/default-src 'none'; script-src 'self'/);
  expect(text).not.toMatch(/https?:\/\//);
  const files = [...text.matchAll(/(?:src|href)="(graphiql\/[\w.]+)"/g)].map(([, file]) => file ?? "");
  expect(files).toHaveLength(4);
  for (const file of files) expect([file, (await http(app()).get(`/${file}`)).status]).toEqual([file, 200]);
});

test("its files come compressed, or as they are to whoever takes no gzip", async () => {
  const packed = await http(app()).get("/graphiql/page.js").set("accept-encoding", "gzip");
  const plain = await http(app()).get("/graphiql/page.js").set("accept-encoding", "identity");
  expect([packed.headers["content-encoding"], plain.headers["content-encoding"]]).toEqual(["gzip", undefined]);
  expect(packed.text).toBe(plain.text);
  expect(plain.headers["content-type"]).toMatch(/^text\/javascript/);
});

test("a file that it has not is not found", async () => {
  const { status, body } = await http(app()).get("/graphiql/..%2fpackage.json");
  expect(status).toBe(404);
  expect(body).toMatchObject({ error: { code: "NOT_FOUND" } });
});
