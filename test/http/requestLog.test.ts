import { Writable } from "node:stream";
import fastify from "fastify";
import { expect, test } from "vitest";
import { RequestLog } from "../../src/http/requestLog.ts";

interface Line {
  readonly msg: string;
  readonly req?: { readonly method: string; readonly url: string };
  readonly res?: { readonly statusCode: number };
  readonly responseTime?: number;
}

async function logOf(level: string, url: string): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(JSON.parse(chunk.toString()) as Line);
      done();
    },
  });
  const app = fastify({ logger: { level, stream }, logController: new RequestLog() });
  app.get("/known", () => "answer");
  await app.inject(url);
  await app.close();
  return lines.filter(({ req }) => req !== undefined);
}

test.each([
  { level: "info", url: "/known", messages: ["request completed"], because: "a line has all that is known" },
  {
    level: "debug",
    url: "/known",
    messages: ["incoming request", "request completed"],
    because: "who looks for a request that hangs must see it come",
  },
  { level: "warn", url: "/known", messages: [], because: "nothing is wrong with it" },
])("at the level $level the log has $messages of a request: $because", async ({ level, url, messages }) => {
  expect((await logOf(level, url)).map(({ msg }) => msg)).toEqual(messages);
});

test("the line of a request says what was asked, what came of it and how long it took", async () => {
  const [line] = await logOf("info", "/unknown?page=2");
  expect(line).toMatchObject({ req: { method: "GET", url: "/unknown?page=2" }, res: { statusCode: 404 } });
  expect(line?.responseTime).toBeTypeOf("number");
});
