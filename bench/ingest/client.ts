// The sender, a process of its own: posts lines as fast as it is answered, over connections that stay open. Requests are bytes before
// the clock starts, and answers are read no further than their length and status, so that the sender is not what is measured.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { median } from "../engine/measure.ts";
import { readLines } from "../engine/inputs.ts";

/** What the sender is told to do. */
export interface Order {
  readonly eventsPerRequest: number;
  readonly events: number;
  /** Requests under way at once, each on a connection of its own. */
  readonly inFlight: number;
}

/** What it has seen. */
export interface Sent {
  readonly eventsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU of the sender, in microseconds an event. */
  readonly clientUs: number;
}

const [address = "", key = "", file = ""] = process.argv.slice(2);
const { hostname, port } = new URL(address);
const lines = readLines(file);
/** Where the next request takes its first line. */
let next = 0;

function makeRequests({ events, eventsPerRequest }: Order): readonly Buffer[] {
  return Array.from({ length: Math.ceil(events / eventsPerRequest) }, () => {
    const body = Array.from({ length: eventsPerRequest }, () => lines[next++ % lines.length]).join("\n");
    const head = [
      "POST /v1/events HTTP/1.1",
      `Host: ${hostname}`,
      `Authorization: Bearer ${key}`,
      "Content-Type: application/x-ndjson",
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`);
  });
}

/** Sends on one connection, one request after the other, until there are none. All connections take from one list. */
async function work(socket: Socket, requests: Iterable<Buffer>, times: number[]): Promise<void> {
  for (const request of requests) {
    const started = performance.now();
    socket.write(request);
    await readAnswer(socket);
    times.push(performance.now() - started);
  }
}

async function readAnswer(socket: Socket): Promise<void> {
  let read: Buffer = Buffer.alloc(0);
  for (;;) {
    const [piece] = (await once(socket, "data")) as [Buffer];
    read = read.length === 0 ? piece : Buffer.concat([read, piece]);
    const headEnd = read.indexOf("\r\n\r\n");
    if (headEnd === -1) continue;
    const head = read.toString("latin1", 0, headEnd);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    if (!head.startsWith("HTTP/1.1 200")) throw new Error(`the service refused:\n${read.toString()}`);
    if (read.length >= headEnd + 4 + length) return;
  }
}

async function open(): Promise<Socket> {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, "connect");
  return socket;
}

async function send(order: Order): Promise<Sent> {
  const requests = makeRequests(order).values();
  const sockets = await Promise.all(Array.from({ length: order.inFlight }, open));
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(sockets.map((socket) => work(socket, requests, times)));
  const seconds = (performance.now() - started) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  for (const socket of sockets) socket.destroy();
  return {
    eventsPerSecond: order.events / seconds,
    p50Ms: median(times),
    p99Ms: times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? NaN,
    clientUs: (user + system) / order.events,
  };
}

process.on("message", (order: Order) => {
  send(order).then(
    (sent) => process.send?.(sent),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.send?.("ready");
