import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type pg from "pg";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bearer, http, useApp } from "../setup/app.ts";
import { findFaults, noFaults } from "./findFaults.ts";
import { type Batch, batchOf, type Ledger, needles } from "./load.ts";
import { addRule } from "../setup/samples.ts";

const app = useApp();

beforeAll(async () => {
  const { rooms } = app();
  for (const [place, needle] of needles.entries())
    await addRule(rooms, { id: `00000000-0000-4000-8000-00000000000${place}`, title: needle, needle });
});

interface Cut {
  /** Of the body's bytes, so many are sent before the connection is cut. */
  readonly bytes: (length: number) => number;
  readonly chunked: boolean;
  readonly because: string;
}

/** Sends a part of a request. */
async function open(batch: Batch, { bytes, chunked }: Pick<Cut, "bytes" | "chunked">): Promise<{ socket: Socket }> {
  const address = app().app.server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const body = Buffer.from(batch.body);
  const part = body.subarray(0, bytes(body.length));
  const head = [
    "POST /v1/events HTTP/1.1",
    "host: 127.0.0.1",
    `authorization: Bearer ${app().keys.ingest}`,
    "content-type: application/x-ndjson",
    chunked ? "transfer-encoding: chunked" : `content-length: ${body.length}`,
  ];
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  if (chunked) socket.write(`${part.length.toString(16)}\r\n`);
  await new Promise((resolve) => socket.write(part, resolve));
  return { socket };
}

const ledgerOf = (unsure: readonly Batch[]): Ledger => ({
  acknowledged: [],
  unsure: [...unsure],
  detections: [],
  complaints: [],
});

const all = (length: number) => length;

test.each<Cut & { name: string; stored: boolean }>([
  { name: "half", bytes: (length) => length >> 1, chunked: false, stored: false, because: "it is not whole" },
  { name: "less", bytes: (length) => length - 1, chunked: false, stored: false, because: "a byte is missing" },
  { name: "chunk", bytes: (length) => length >> 1, chunked: true, stored: false, because: "its end has not come" },
  // The last chunk, which is empty, ends a body.
  { name: "open", bytes: all, chunked: true, stored: false, because: "nothing says that this is all" },
])("nothing is stored of a request that is cut ($name): $because", async (row) => {
  const batch = batchOf(row.name, false, [needles, [], needles]);
  const { socket } = await open(batch, row);
  // By a reset, as where a cable is cut or a process killed.
  socket.resetAndDestroy();
  await once(socket, "close");
  // The next request is served after the cut was noticed.
  await expect.poll(async () => (await http(app()).get("/healthz")).status).toBe(200);
  const { rowCount } = await app().rooms.database.pool.query("select 1 from event where host = any ($1)", [
    batch.hosts,
  ]);
  expect(rowCount).toBe(0);
});

describe("in the middle of the transaction", () => {
  let held: pg.PoolClient;
  const batch = batchOf("middle", false, [[], needles, [needles[0]]]);

  // Detections wait for this row, and they come last: what is before them has been done by then.
  beforeEach(async () => {
    const { rooms } = app();
    held = await rooms.database.pool.connect();
    await held.query("begin");
    await held.query("select last from detection_sequence for update");
  });
  afterEach(() => held.release());

  const waiting = async (): Promise<readonly number[]> => {
    const { rows } = await app().rooms.database.pool.query<{ pid: number }>(
      "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    return rows.map(({ pid }) => pid);
  };

  test("the database's connection is cut: it is tried again on another, and stored once", async () => {
    const { rooms } = app();
    const sending = http(app()).post("/v1/events").set(bearer(app(), "ingest")).send(batch.body);
    const answered = sending.then((answer) => answer);
    await expect.poll(waiting).toHaveLength(1);
    await rooms.database.pool.query("select pg_terminate_backend($1)", [(await waiting())[0]]);
    await held.query("rollback");
    expect(await answered).toMatchObject({ status: 200, body: { accepted: batch.hosts.length, duplicates: 0 } });
    expect(await findFaults(rooms.database.url, { ...ledgerOf([]), acknowledged: [batch] })).toEqual(noFaults);
  });

  test("the sender's connection is cut: what it sent is stored whole", async () => {
    const left = batchOf("left", false, [[], needles, [needles[0]]]);
    const { socket } = await open(left, { bytes: all, chunked: false });
    await expect.poll(waiting).toHaveLength(1);
    socket.resetAndDestroy();
    await once(socket, "close");
    await held.query("rollback");
    const ledger = { ...ledgerOf([]), acknowledged: [batch, left] };
    await expect.poll(() => findFaults(app().rooms.database.url, ledger)).toEqual(noFaults);
  });
});
