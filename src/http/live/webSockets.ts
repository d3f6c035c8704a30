import { type IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { handleProtocols, makeServer } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Principal } from "../../access/index.ts";
import type { Live } from "../../api/index.ts";
import { HttpError } from "../errors.ts";
import { readKey, reasons } from "../principal.ts";
import type { LiveSettings } from "./liveSettings.ts";
import { watchKey } from "./watchKey.ts";

/** A document and its variables; results are not limited by it. */
const maxMessageBytes = 1024 * 1024;
/** Each may have several subscriptions, and one that has none yet costs little. */
const maxSockets = 1_000;
/** For the goodbyes of clients when the server stops. */
const goodbyeMs = 500;

/** Codes of the protocol. */
const forbidden = 4403;
const internalError = 4500;
const goingAway = 1001;

/** What is known of a connection. */
interface Connection {
  readonly socket: WebSocket;
  readonly authorization: string | undefined;
  readonly address: string;
  /** Once it has shown its key. */
  principal?: Principal;
  unwatch?: () => void;
}

/**
 * Subscriptions over WebSocket, by the protocol graphql-transport-ws: an upgrade of GET /graphql.
 *
 * Upgrades go through the routes like other requests, which know a path that is not there, a server that stops, and by which
 * proxies an address came.
 */
export function acceptWebSockets(app: FastifyInstance, settings: LiveSettings): void {
  const protocol = createProtocol(settings);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, handleProtocols });
  const upgrades = new WeakMap<IncomingMessage, Upgrade>();
  app.server.on("upgrade", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const response = new ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    // It is the answer to a request that was no upgrade after all.
    response.once("finish", () => socket.end());
    socket.on("error", () => socket.destroy());
    upgrades.set(request, { head, response });
    app.routing(request, response);
  });
  app.get("/graphql", (request, reply) => {
    const upgrade = upgrades.get(request.raw);
    if (upgrade === undefined) throw noUpgrade();
    if (sockets.clients.size >= maxSockets) throw tooMany();
    const { ip: address, headers, raw } = request;
    reply.hijack();
    upgrade.response.detachSocket(raw.socket);
    sockets.handleUpgrade(raw, raw.socket, upgrade.head, (socket) =>
      open({ socket, address, authorization: headers.authorization }, protocol, settings),
    );
  });
  settings.open.add(() => {
    for (const socket of sockets.clients) socket.close(goingAway, "the server stops: come again");
    setTimeout(() => sockets.clients.forEach((socket) => socket.terminate()), goodbyeMs).unref();
  });
}

/** A request that wants to be a WebSocket, before it is one. */
interface Upgrade {
  readonly head: Buffer;
  readonly response: ServerResponse;
}

const noUpgrade = () =>
  new HttpError(426, "UPGRADE_REQUIRED", "GET /graphql is a WebSocket's: send queries by POST", {
    upgrade: "websocket",
  });

const tooMany = () =>
  new HttpError(503, "BUSY", "there are as many connections as this process takes", { "retry-after": "5" });

type Protocol = ReturnType<typeof createProtocol>;

function createProtocol({ live, authenticate, keyCheckMs, onFailure }: LiveSettings) {
  return makeServer<Readonly<Record<string, unknown>>, Connection>({
    onConnect: async ({ connectionParams, extra: connection }) => {
      const { socket, address } = connection;
      const given = connectionParams?.["authorization"] ?? connectionParams?.["Authorization"];
      const key = readKey(typeof given === "string" ? given : connection.authorization);
      if (key === undefined) return refuseKey(socket, "send a key: authorization: Bearer dql_...");
      const principal = await authenticate({ key, address });
      if (typeof principal === "string") return refuseKey(socket, reasons[principal]);
      connection.principal = principal;
      connection.unwatch = watchKey({
        principal,
        ask: () => authenticate({ key, address }),
        everyMs: keyCheckMs,
        onEnd: (reason) => socket.close(forbidden, reason),
        onFailure,
      });
      if (socket.readyState !== socket.OPEN) connection.unwatch();
      return true;
    },
    onSubscribe: ({ extra: { principal } }, _, request) => {
      const reading = live.prepare(request);
      return reading.kind === "refused" ? reading.errors : { ...reading.prepared, contextValue: principal };
    },
    // Its results are formatted already, which the types do not foresee.
    subscribe: (args) =>
      live.subscribe(args as Parameters<Live["subscribe"]>[0], args.contextValue as Principal) as Promise<never>,
    onNext: (...[, , , , result]) => result as never,
    onError: (_, __, ___, errors) => live.format(errors),
  });
}

function refuseKey(socket: WebSocket, reason: string): false {
  socket.close(forbidden, reason);
  return false;
}

/** Joins a socket to the protocol. What is sent is waited for: the next result is made when the last has left. */
function open(connection: Connection, protocol: Protocol, { keepAliveMs, onFailure }: LiveSettings): void {
  const { socket } = connection;
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      // What could not be sent is told by the end of the connection.
      send: (text) => new Promise((resolve) => socket.send(text, () => resolve())),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) =>
        socket.on("message", (data: Buffer) => {
          take(data.toString()).catch((error: unknown) => {
            onFailure(error);
            socket.close(internalError, "something went wrong here");
          });
        }),
    },
    connection,
  );
  const stopBeating = beat(socket, keepAliveMs);
  // It closes by itself.
  socket.on("error", () => undefined);
  socket.once("close", (code, reason) => {
    stopBeating();
    connection.unwatch?.();
    closed(code, reason.toString()).catch(onFailure);
  });
}

/** Closes a socket whose other end does not answer. */
function beat(socket: WebSocket, everyMs: number): () => void {
  let answered = true;
  socket.on("pong", () => {
    answered = true;
  });
  const timer = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, everyMs);
  return () => clearInterval(timer);
}
