import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Live, LiveResults } from "../../api/index.ts";
import { principalOf, readKey } from "../principal.ts";
import type { LiveSettings } from "./liveSettings.ts";
import { watchKey } from "./watchKey.ts";

/**
 * Whether a request wants its answers as server-sent events.
 *
 * Some clients name them among others whatever they ask: these get them for subscriptions.
 */
export function wantsEventStream({ headers, body }: FastifyRequest, live: Live): boolean {
  const accept = headers.accept ?? "";
  if (!accept.includes("text/event-stream")) return false;
  return !accept.includes("json") || live.isSubscription(requestOf(body));
}

const requestOf = (body: unknown): object => (typeof body === "object" && body !== null ? body : {});

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  // A proxy that gathers answers would gather for ever.
  "x-accel-buffering": "no",
  // One that has ended must not keep a server from stopping.
  connection: "close",
};

const next = (result: object): string => `event: next\ndata: ${JSON.stringify(result)}\n\n`;
const complete = "event: complete\ndata:\n\n";

/** Answers a subscription as GraphQL over server-sent events has it, each in a stream of its own. */
export async function sendEventStream(
  request: FastifyRequest,
  reply: FastifyReply,
  settings: LiveSettings,
): Promise<void> {
  const { live, authenticate, onFailure, open } = settings;
  const principal = principalOf(request);
  const key = readKey(request.headers.authorization) ?? "";
  const reading = live.prepare(requestOf(request.body));
  // One that cannot begin gives its errors in the stream too, as the protocol has it.
  const results =
    reading.kind === "refused" ? live.refused(reading.errors) : await live.subscribe(reading.prepared, principal);
  reply.hijack();
  // What is said at the end. Without `complete` a client comes again.
  let farewell = complete;
  const end = (last: string) => {
    farewell = last;
    void results.return?.();
  };
  const stop = () => end("");
  const beat = setInterval(() => reply.raw.write(":\n\n"), settings.keepAliveMs);
  const unwatch = watchKey({
    principal,
    ask: () => authenticate({ key, address: request.ip }),
    everyMs: settings.keyCheckMs,
    onEnd: (message) => end(next({ errors: [{ message, extensions: { code: "UNAUTHENTICATED" } }] }) + complete),
    onFailure,
  });
  open.add(stop);
  try {
    await pour(results, reply.raw);
  } catch (error) {
    farewell = next({ errors: live.format([error]) }) + complete;
  } finally {
    open.delete(stop);
    unwatch();
    clearInterval(beat);
    reply.raw.end(farewell);
  }
}

/** Writes results as the client takes them: the next is made when there is room for it. */
async function pour(results: LiveResults, raw: ServerResponse): Promise<void> {
  const closed = new AbortController();
  raw.once("close", () => {
    closed.abort();
    void results.return?.();
  });
  const write = async (text: string) => {
    if (!raw.write(text)) await once(raw, "drain", { signal: closed.signal }).catch(() => undefined);
  };
  raw.writeHead(200, headers);
  // Some browsers wait for the first bytes.
  await write(":\n\n");
  for await (const result of results) await write(next(result));
}
