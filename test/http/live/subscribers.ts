import type { AddressInfo } from "node:net";
import { createClient as createEventStream } from "graphql-sse";
import { createClient as createWebSocket } from "graphql-ws";
import { WebSocket } from "ws";
import type { TestApp } from "../../setup/app.ts";

export interface Created {
  readonly cursor: string;
  readonly detection: { readonly id: string; readonly host: string | null; readonly sequence: string } | null;
}

export interface Result {
  readonly data?: { readonly detectionCreated: Created | null } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code: string } }[];
}

/** One connection with one subscription. */
export interface Subscriber {
  readonly results: AsyncIterableIterator<Result>;
  /** Ends the connection without a word. */
  readonly cut: () => void;
}

export interface Request {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

export type Transport = "WebSocket" | "server-sent events";
export const transports: readonly Transport[] = ["WebSocket", "server-sent events"];

export const subscription =
  "subscription ($after: String, $filter: DetectionFilter) { detectionCreated(after: $after, filter: $filter) { cursor detection { id host sequence rule { title } event { host } } } }";

export const urlOf = ({ app }: Pick<TestApp, "app">): string =>
  `127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`;

/** Subscribes as the usual clients do. */
export const subscribe = (
  transport: Transport,
  app: Pick<TestApp, "app">,
  key: string,
  request: Request,
): Subscriber =>
  transport === "WebSocket" ? byWebSocket(urlOf(app), key, request) : byEvents(urlOf(app), key, request);

function byWebSocket(url: string, key: string, request: Request): Subscriber {
  let socket: WebSocket | undefined;
  const client = createWebSocket({
    url: `ws://${url}`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
    on: { opened: (opened) => void (socket = opened as WebSocket) },
  });
  const results = client.iterate(request) as AsyncIterableIterator<Result>;
  return { results, cut: () => socket?.terminate() };
}

function byEvents(url: string, key: string, request: Request): Subscriber {
  const client = createEventStream({
    url: `http://${url}`,
    headers: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
  });
  const results = client.iterate(request) as AsyncIterableIterator<Result>;
  return { results, cut: () => client.dispose() };
}

/** The next result that has a detection. */
export async function nextDetection({ results }: Subscriber): Promise<NonNullable<Created["detection"]>> {
  for (;;) {
    const { value, done } = await results.next();
    if (done === true) throw new Error("the subscription has ended");
    const { data, errors } = value;
    if (errors) throw new Error(JSON.stringify(errors));
    if (data?.detectionCreated?.detection) return data.detectionCreated.detection;
  }
}

/** Begins, and waits until it has begun. */
export async function begun(subscriber: Subscriber): Promise<Created> {
  const { value } = (await subscriber.results.next()) as { value: Result };
  const created = value.data?.detectionCreated;
  if (!created) throw new Error(JSON.stringify(value));
  return created;
}
