/**
 * Why the database cannot do its work for the moment. Nothing is wrong with what was asked for: it may be asked for again
 * when this is over.
 */
export type Outage = "unreachable" | "starting" | "busy" | "disk-full" | "read-only";

/** What an operator is told; open to everybody, so without addresses. */
export const outageTexts: Readonly<Record<Outage, string>> = {
  unreachable: "the database does not answer",
  starting: "the database is starting or stopping",
  busy: "the database is busy",
  "disk-full": "the disk of the database is full",
  "read-only": "the database takes no changes (a replica, or read-only by its settings)",
};

/**
 * By SQLSTATE, by the codes of sockets and by Prisma's.
 *
 * @see PostgreSQL, appendix A: classes 08 (connection), 53 (resources), 57 (operator intervention), 58 (system error)
 */
const byCode: Readonly<Record<string, Outage>> = {
  ECONNREFUSED: "unreachable",
  ECONNRESET: "unreachable",
  ENOTFOUND: "unreachable",
  EAI_AGAIN: "unreachable",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  EPIPE: "unreachable",
  ETIMEDOUT: "unreachable",
  P1001: "unreachable",
  P1002: "unreachable",
  P1017: "unreachable",
  // Transactions that cannot begin, or whose connection is gone.
  P2028: "busy",
  P2037: "busy",
  "08000": "unreachable",
  "08003": "unreachable",
  "08006": "unreachable",
  "25006": "read-only",
  "53100": "disk-full",
  "53200": "busy",
  "53300": "busy",
  "57P01": "starting",
  "57P02": "starting",
  "57P03": "starting",
  "57P05": "busy",
};

/** What pg and Prisma's adapter say without a code. */
const byText: readonly (readonly [RegExp, Outage])[] = [
  [/^timeout exceeded when trying to connect/, "busy"],
  [/Connection terminated|connection error and is not queryable|connection timeout/i, "unreachable"],
  [/^(DatabaseNotReachable|ConnectionClosed|SocketTimeout)$/, "unreachable"],
  [/^TooManyConnections$/, "busy"],
];

/** Errors are wrapped by Prisma and by us; deeper than this is no chain of causes. */
const maxDepth = 8;

/** The outage that an error tells of; undefined for every other error. */
export function outageOf(error: unknown, depth = 0): Outage | undefined {
  if (typeof error !== "object" || error === null || depth > maxDepth) return undefined;
  const { code, originalCode, kind, message, cause, meta, driverAdapterError } = error as Readonly<
    Record<string, unknown>
  >;
  const parts = [
    cause,
    meta,
    driverAdapterError,
    ...(error instanceof AggregateError ? (error.errors as unknown[]) : []),
  ];
  return (
    ofCode(code) ??
    ofCode(originalCode) ??
    ofText(kind) ??
    ofText(message) ??
    parts.map((part) => outageOf(part, depth + 1)).find((outage) => outage !== undefined)
  );
}

const ofCode = (code: unknown): Outage | undefined => (typeof code === "string" ? byCode[code] : undefined);

const ofText = (text: unknown): Outage | undefined =>
  typeof text === "string" ? byText.find(([pattern]) => pattern.test(text))?.[1] : undefined;
