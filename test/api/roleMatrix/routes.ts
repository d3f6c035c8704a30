import type { Permission } from "../../../src/access/index.ts";
import { scriptBlock } from "../../setup/samples.ts";
import type { Things } from "./things.ts";

/** A route of the HTTP server, who may ask it, and a request that is answered with a success if one may. */
export interface Route {
  readonly method: "GET" | "POST" | "PATCH";
  /** As it is registered. */
  readonly path: string;
  /** `open`: without a key, too. */
  readonly needs: Permission | "everybody" | "open";
  readonly ask?: (of: Things) => string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the answer to those who may; 200 if absent. */
  readonly status?: number;
}

export const routes: readonly Route[] = [
  { method: "GET", path: "/healthz", needs: "open" },
  { method: "GET", path: "/readyz", needs: "open" },
  // From elsewhere, as it comes by a proxy: from this machine it is open.
  { method: "GET", path: "/metrics", needs: "read", headers: { via: "1.1 proxy" } },
  { method: "GET", path: "/attack/layer.json", needs: "read", ask: () => "/attack/layer.json?source=rules" },
  { method: "GET", path: "/v1/rules/export", needs: "read" },
  { method: "POST", path: "/v1/events", needs: "ingest", body: scriptBlock() },
  { method: "GET", path: "/v1/detections", needs: "read" },
  { method: "GET", path: "/v1/detections/:id", needs: "read", ask: (of) => `/v1/detections/${of.detection}` },
  {
    method: "PATCH",
    path: "/v1/detections/:id",
    needs: "triage",
    ask: (of) => `/v1/detections/${of.detection}`,
    body: { comment: "x" },
  },
  { method: "GET", path: "/graphiql", needs: "open" },
  { method: "GET", path: "/graphiql/:name", needs: "open", ask: () => "/graphiql/missing.js", status: 404 },
  // A WebSocket shows its key when it is open.
  { method: "GET", path: "/graphql", needs: "open", status: 426 },
  { method: "POST", path: "/graphql", needs: "everybody", body: { query: "{ viewer { name } }" } },
  { method: "GET", path: "/openapi.json", needs: "open" },
];
