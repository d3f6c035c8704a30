// What dashboards ask, through the rooms and through GraphQL.
import type { Principal } from "../../src/access/index.ts";
import type { DetectionFilter } from "../../src/detection/index.ts";
import type { BenchRooms } from "./open.ts";
import { countDetections, createApi, createContext, listDetections } from "./rooms.ts";

/** One of them. `mustMs` is what its 99th percentile must not exceed. */
export interface Question {
  readonly name: string;
  readonly mustMs?: number;
  readonly run: (round: number) => Promise<unknown>;
}

const mustMs = 25;
const hour = 3_600_000;

export async function questions(rooms: BenchRooms): Promise<readonly Question[]> {
  return [...(await lists(rooms)), ...(await counts(rooms)), ...statistics(rooms)];
}

async function lists(rooms: BenchRooms): Promise<readonly Question[]> {
  const query = await queryOf(rooms);
  const list = (
    name: string,
    filter: DetectionFilter,
    options: { readonly mustMs?: number; readonly after?: string } = {},
  ): Question => ({
    name,
    ...(options.mustMs !== undefined && { mustMs: options.mustMs }),
    run: () =>
      listDetections(
        rooms.database,
        query(filter),
        { limit: 50, backward: false, ...(options.after !== undefined && { after: options.after }) },
        rooms.now,
      ),
  });
  const deep = await deepIn(rooms, { attack: { any: ["T1048.003"] } });
  return [
    list("latest 50", {}, { mustMs }),
    list("latest 50 of T1048.003 (9 rules)", { attack: { any: ["T1048.003"] } }, { mustMs }),
    list("the same, 100 pages in", { attack: { any: ["T1048.003"] } }, { mustMs, after: deep }),
    list("latest 50 of T1059 (hundreds of rules)", { attack: { any: ["T1059"] } }, { mustMs }),
    list("latest 50 of a technique that never fired", { attack: { any: ["T1200"] } }, { mustMs }),
    list(
      "latest 50 of exfiltration, high or worse, not closed",
      { attack: { any: ["attack.exfiltration"] }, severity: { gte: "high" }, status: { in: ["NEW", "IN_PROGRESS"] } },
      { mustMs },
    ),
    list("latest 50 of a busy host", { host: { eq: "WS-00000.corp.example" } }, { mustMs }),
    list("latest 50 of a quiet host", { host: { eq: "WS-04900.corp.example" } }, { mustMs }),
    list("latest 50 of a host that does not exist", { host: { eq: "nobody" } }, { mustMs }),
    list(
      "latest 50 of a user that does not exist, of T1059",
      { user: { eq: "nobody" }, attack: { any: ["T1059"] } },
      { mustMs },
    ),
    list("latest 50, critical and not closed", {
      severity: { eq: "critical" },
      status: { in: ["NEW", "IN_PROGRESS"] },
    }),
    list("not indexed: disposition DUPLICATE, which there is none of", { disposition: { eq: "DUPLICATE" } }),
    list("half indexed: a busy host and T1059", { host: { eq: "WS-00000.corp.example" }, attack: { any: ["T1059"] } }),
  ];
}

async function counts(rooms: BenchRooms): Promise<readonly Question[]> {
  const query = await queryOf(rooms);
  const count = (name: string, filter: DetectionFilter): Question => ({
    name,
    run: () => countDetections(rooms.database, query(filter), 10_000, rooms.now),
  });
  return [
    count("count of all, exact", {}),
    count("count of T1059, exact", { attack: { any: ["T1059"] } }),
    count("count of what is high or worse and not closed, exact", {
      severity: { gte: "high" },
      status: { in: ["NEW", "IN_PROGRESS"] },
    }),
    count("count of a busy host, up to 10,000", { host: { eq: "WS-00000.corp.example" } }),
    count("count of what there is none of, not indexed", {
      host: { in: ["nobody"] },
      disposition: { eq: "DUPLICATE" },
    }),
  ];
}

function statistics(rooms: BenchRooms): readonly Question[] {
  const api = createApi({ introspection: false, onError: console.error, plugins: [] });
  const principal: Principal = { tenantId: rooms.tenantId, name: "bench", role: "viewer" };
  const unused = { write: noIngest, admit: noIngest, isWell: () => true };
  const pipeline = { ...rooms, writer: unused, admission: unused };
  const ask = (name: string, fields: string, { filter = "{}", days = 7, must }: StatsOptions = {}): Question => ({
    name: `${name}, ${days} days`,
    ...(must !== undefined && { mustMs: must }),
    run: async (round) => {
      // Each time another hour and another minute: the ends of the span cost what they cost.
      const to = rooms.now.getTime() - Math.floor(((round * 5.37) % 24) * hour);
      const range = `{ from: "${iso(to - days * 24 * hour)}", to: "${iso(to)}" }`;
      const query = `{ detectionStats(filter: ${filter}, range: ${range}) { ${fields} } }`;
      const { body } = await api.executeOperation(
        { query },
        { contextValue: await createContext(principal, pipeline) },
      );
      if (body.kind !== "single" || body.singleResult.errors) throw new Error(JSON.stringify(body));
      return body.singleResult.data;
    },
  });
  const must = mustMs;
  return [
    ask("total", "total", { must }),
    ask("histogram by severity", "histogram(by: SEVERITY) { slots { from total } series { severity counts } }", {
      must,
    }),
    ask("histogram by severity", "histogram(by: SEVERITY) { slots { from total } series { severity counts } }", {
      days: 23,
    }),
    ask("by technique", "byTechnique(rollUp: true) { technique { id } count }", { must }),
    ask("top hosts", "topHosts { value count }", { must }),
    ask("top users", "topUsers { value count }"),
    ask("top source addresses", "topSourceAddresses { value count }"),
    ask("by severity, status and disposition", "bySeverity { count } byStatus { count } byDisposition { count }"),
    ask("top rules and tactics", "byRule { rule { id title } count } byTactic { tactic { id } count }"),
    ask("total, of T1059, high or worse", "total", {
      filter: '{ attack: { any: ["T1059"] }, severity: { gte: HIGH } }',
    }),
    ask("histogram by day, of T1059", "histogram(interval: P1D) { slots { total } }", {
      filter: '{ attack: { any: ["T1059"] } }',
    }),
    ask("histogram by hour, of T1048.003", "histogram { slots { total } }", {
      filter: '{ attack: { any: ["T1048.003"] } }',
    }),
    ask("histogram by tactic, by day", "histogram(interval: P1D, by: TACTIC) { series { tactic { id } counts } }"),
    ask(
      "against the week before",
      "total totalChange byTechnique { technique { id } count } previous { byTechnique { technique { id } count } }",
    ),
    ask(
      "one dashboard",
      "total totalChange bySeverity { count } histogram(by: SEVERITY) { series { counts } } byTechnique { technique { id } count } topHosts { value count }",
    ),
    ask("counted where they lie: of a host", "total bySeverity { count }", {
      filter: '{ host: { eq: "WS-00000.corp.example" } }',
    }),
    ask("counted where they lie: top hosts of what is critical", "topHosts { value count }", {
      filter: "{ severity: { eq: CRITICAL } }",
      days: 1,
    }),
    ask("times to acknowledge and to close", "timeToAcknowledge { meanSeconds } timeToClose { medianSeconds }"),
  ];
}

interface StatsOptions {
  readonly filter?: string;
  readonly days?: number;
  readonly must?: number;
}

const iso = (ms: number): string => new Date(ms).toISOString();

async function queryOf({ registry, tenantId }: BenchRooms) {
  const book = await registry.book(tenantId);
  return (filter: DetectionFilter) => ({ tenantId, book, filter, includeTests: false });
}

/** A place a hundred pages after the first. */
async function deepIn(rooms: BenchRooms, filter: DetectionFilter): Promise<string> {
  const query = (await queryOf(rooms))(filter);
  let after: string | undefined;
  for (let page = 0; page < 10; page++) {
    const { items } = await listDetections(
      rooms.database,
      query,
      { limit: 500, backward: false, ...(after !== undefined && { after }) },
      rooms.now,
    );
    after = items.at(-1)?.id ?? after;
  }
  return after ?? "";
}

const noIngest = () => {
  throw new Error("this only reads");
};
