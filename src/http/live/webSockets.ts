import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyInstance } from "fastify";
import { handleProtocols, makeServer } from "graphql-ws";
import { type WebSocket, WebSocketServer } from "ws";
import type { Principal } from "../../access/index.ts";
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
  readonly request: IncomingMessage;
  /** Once it has shown its key. */
  principal?: Principal;
  unwatch?: () => void;
}

/** Subscriptions over WebSocket, by the protocol graphql-transport-ws. */
export function acceptWebSockets(app: FastifyInstance, settings: LiveSettings): void {
  const protocol = createProtocol(settings);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes, handleProtocols });
  app.server.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on("error", () => stream.destroy());
    if (request.url?.split("?")[0] !== "/graphql") return refuse(stream, "404 Not Found");
    if (sockets.clients.size >= maxSockets) return refuse(stream, "503 Service Unavailable");
    sockets.handleUpgrade(request, stream, head, (socket) => open({ socket, request }, protocol, settings));
  });
  settings.open.add(() => {
    for (const socket of sockets.clients) socket.close(goingAway, "the server stops: come again");
    setTimeout(() => sockets.clients.forEach((socket) => socket.terminate()), goodbyeMs).unref();
  });
}

const refuse = (stream: Duplex, status: string): void =>
  void stream.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);

type Protocol = ReturnType<typeof createProtocol>;

function createProtocol({ live, authenticate, keyCheckMs, onFailure }: LiveSettings) {
  return makeServer<Readonly<Record<string, unknown>>, Connection>({
    onConnect: async ({ connectionParams, extra: connection }) => {
      const { socket, request } = connection;
      const given = connectionParams?.["authorization"] ?? connectionParams?.["Authorization"];
      const key = readKey(typeof given === "string" ? given : request.headers.authorization);
      if (key === undefined) return refuseKey(socket, "send a key: authorization: Bearer dql_...");
      const principal = await authenticate(key);
      if (typeof principal === "string") return refuseKey(socket, reasons[principal]);
      connection.principal = principal;
      connection.unwatch = watchKey({
        principal,
        ask: () => authenticate(key),
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
    subscribe: (args) => live.subscribe(args, args.contextValue as Principal) as Promise<never>,
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
