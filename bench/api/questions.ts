// What a dashboard asks over HTTP, each question a document that stays the same and variables that do not.

/** What there is to ask about. */
export interface Known {
  /** Detections whose event is stored. */
  readonly ids: readonly string[];
  readonly hosts: readonly string[];
}

export interface ApiQuestion {
  readonly name: string;
  readonly query: string;
  readonly variables: (turn: number, known: Known) => Readonly<Record<string, unknown>>;
}

/** A row of a list, as a dashboard shows it. */
const row = "id time severity status host user rule { id title } techniques { id name }";

const techniqueIds = ["T1048.003", "T1059", "T1059.001", "T1057", "T1003", "T1105"];
const severities = ["LOW", "MEDIUM", "HIGH", "CRITICAL"];
const statuses = [["NEW"], ["NEW", "IN_PROGRESS"], ["CLOSED"]];

const list = (name: string, filter: (turn: number, known: Known) => object): ApiQuestion => ({
  name,
  query: `query Latest($filter: DetectionFilter) {
    detections(first: 50, filter: $filter) { nodes { ${row} } pageInfo { hasNextPage endCursor } }
  }`,
  variables: (turn, known) => ({ filter: filter(turn, known) }),
});

/** Each as often as the others. */
export const apiQuestions: readonly ApiQuestion[] = [
  list("latest 50", () => ({})),
  list("latest 50 of a technique", (turn) => ({ attack: { any: [of(techniqueIds, turn)] } })),
  list("latest 50 by severity and status", (turn) => ({
    severity: { gte: of(severities, turn) },
    status: { in: of(statuses, turn) },
  })),
  list("latest 50 of a host", (turn, { hosts }) => ({ host: { eq: of(hosts, turn) } })),
  {
    name: "one detection",
    query: `query One($id: ID!) {
      detection(id: $id) {
        ${row} version disposition assignee reason detectedAt updatedAt
        evidence { selection field value valueLength pattern ranges { start end } }
        event { id time receivedAt product categories service host user sourceAddress record fields { name values } }
        activity { id at actor kind old new }
      }
    }`,
    variables: (turn, { ids }) => ({ id: of(ids, turn) }),
  },
  {
    name: "statistics of 7 days",
    query: `query Statistics($range: TimeRange!) {
      detectionStats(range: $range) {
        total
        histogram(by: SEVERITY) { interval slots { from to total } series { severity total counts } }
        byTechnique { technique { id name } count }
        topHosts { value count }
      }
    }`,
    variables: () => ({ range: { from: "-P7D" } }),
  },
  {
    name: "count",
    query:
      "query Count($filter: DetectionFilter) { detections(filter: $filter, first: 1) { totalCount { value isExact } } }",
    variables: (turn) => ({ filter: turn % 2 === 0 ? {} : { severity: { gte: of(severities, turn) } } }),
  },
  {
    name: "page of rules",
    query: `query Rules($after: String) {
      rules(first: 50, after: $after) {
        totalCount
        nodes { id title kind state severity status techniques { id name } }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    variables: () => ({}),
  },
];

const of = <Item>(items: readonly Item[], turn: number): Item => {
  const item = items[turn % items.length];
  if (item === undefined) throw new Error("there is nothing to ask about");
  return item;
};

/** What there is, by one question of the service itself. */
export const knownQuery = "{ detections(first: 500) { nodes { id host event { id } } } }";
