import type { FastifyInstance, FastifyRequest } from "fastify";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { IngestResult } from "../detection/index.ts";

/** Counters of one server; what is counted is documented in docs/operations.md. */
export interface Metrics {
  readonly registry: Registry;
  readonly ingested: (result: IngestResult, stored: number) => void;
}

/** What is asked when metrics are. */
export interface Gauges {
  /** Events that wait for matching, or are being matched. */
  readonly waiting: () => number;
  /** Subscriptions that run. */
  readonly subscriptions: () => number;
}

export function createMetrics({ waiting, subscriptions }: Gauges): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name, help, labelNames, registers: [registry] });
  const events = counter("detectql_events_total", "Events that were posted, by what became of them.", ["outcome"]);
  const rejected = counter("detectql_events_rejected_total", "Rejected events, by reason.", ["code"]);
  const detections = counter("detectql_detections_total", "Detections stored.");
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge("detectql_events_waiting", "Events that wait for matching, or are being matched.", waiting);
  gauge("detectql_subscriptions", "Subscriptions that run.", subscriptions);
  return {
    registry,
    ingested: (result, stored) => {
      events.inc({ outcome: "accepted" }, result.accepted);
      events.inc({ outcome: "duplicate" }, result.duplicates);
      events.inc({ outcome: "rejected" }, result.rejected.length);
      for (const { code } of result.rejected) rejected.inc({ code });
      detections.inc(stored);
    },
  };
}

/** Times every request by route, method and status. */
export function measureRequests(app: FastifyInstance, { registry }: Metrics): void {
  const duration = new Histogram({
    name: "detectql_http_request_seconds",
    help: "Duration of requests, by route, method and status.",
    labelNames: ["route", "method", "status"],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  app.addHook("onResponse", (request, reply, done) => {
    // A stream takes as long as somebody reads it.
    if (reply.raw.getHeader("content-type")?.toString().startsWith("text/event-stream")) return done();
    const route = request.routeOptions.url ?? "unknown";
    duration.observe({ route, method: request.method, status: reply.statusCode }, reply.elapsedTime / 1_000);
    done();
  });
}

const loopback = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);
const forwarded = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/** Whether a request was made on this machine: not one that a proxy on this machine passes on. */
export const isLocal = ({ ip, headers }: Pick<FastifyRequest, "ip" | "headers">): boolean =>
  loopback.has(ip) && forwarded.every((header) => headers[header] === undefined);
