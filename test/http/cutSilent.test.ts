import { once } from "node:events";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { bearer, http, useApp } from "../setup/app.ts";
import { scriptBlock } from "../setup/samples.ts";

const silenceMs = 200;
const app = useApp({ silenceMs });

test("a body that does not come is not waited for, and its connection is ended", async () => {
  const { port } = app().app.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  const { authorization } = bearer(app(), "ingest");
  socket.write(
    `POST /v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nContent-Length: 100\r\n\r\n{`,
  );
  const pieces: Buffer[] = [];
  socket.on("data", (piece: Buffer) => pieces.push(piece));
  await once(socket, "close");
  expect(Buffer.concat(pieces).toString()).toMatch(/^HTTP\/1\.1 408 /);
});

test("an answer may take longer: it is the service that is silent then", async () => {
  const blocker = await app().rooms.database.pool.connect();
  await blocker.query("begin");
  await blocker.query("lock table event in access exclusive mode");
  const posted = http(app()).post("/v1/events").set(bearer(app(), "ingest")).send(scriptBlock());
  const [answer] = await Promise.all([
    posted,
    setTimeout(3 * silenceMs).then(async () => {
      await blocker.query("rollback");
      blocker.release();
    }),
  ]);
  expect(answer.status).toBe(200);
});
