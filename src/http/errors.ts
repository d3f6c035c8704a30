import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import {
  isPassing,
  MatchingFailure,
  type Outage,
  outageOf,
  outageTexts,
  Overload,
  RequestKeyReused,
  WritingFailure,
} from "../detection/index.ts";

/** An answer that is not a success: `code` is stable, `message` says how to mend it. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export interface ErrorAnswer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a client is told of an error. Bugs and failures are logged in full and masked. */
export function answerOf(error: FastifyError | HttpError, request: FastifyRequest): ErrorAnswer {
  if (error instanceof HttpError) return error;
  if (error instanceof Overload) return overload(error);
  if (error instanceof RequestKeyReused) return { status: 409, code: "IDEMPOTENCY_KEY_REUSED", message: reused };
  if (error instanceof MatchingFailure) return busy("matching was interrupted: send it again in a second");
  if (error instanceof WritingFailure) return busy(`${error.message}: send it again in a second`);
  const outage = outageOf(error);
  if (outage !== undefined) {
    // Its message only: the rest may show rows.
    request.log.error({ outage, reason: error.message }, "the database cannot do its work");
    return ofOutage(outage);
  }
  if (isPassing(error)) {
    request.log.error(error);
    return busy("the database does not answer: send it again in a second");
  }
  const status = error.statusCode ?? 500;
  if (status < 500) return { status, code: codeOf(status), message: error.message };
  request.log.error(error);
  const message = "something went wrong here; it has been written to the log";
  return { status, code: "INTERNAL_SERVER_ERROR", message };
}

/** The same request may succeed in a moment. */
const busy = (message: string): ErrorAnswer => ({
  status: 503,
  code: "BUSY",
  message,
  headers: { "retry-after": "1" },
});

/** The database is there again soon, or when somebody has made room. */
const waitSeconds: Readonly<Record<Outage, number>> = {
  unreachable: 5,
  starting: 2,
  busy: 1,
  "disk-full": 30,
  "read-only": 10,
};

/** It is not promised that nothing was done: the answer to a commit may have been lost on the way. */
function ofOutage(outage: Outage): ErrorAnswer {
  const seconds = waitSeconds[outage];
  return {
    status: 503,
    code: outage === "busy" ? "BUSY" : "UNAVAILABLE",
    message: `${outageTexts[outage]}: send it again in ${seconds === 1 ? "a second" : `${seconds} seconds`}`,
    headers: { "retry-after": String(seconds) },
  };
}
const overload = ({ of, message }: Overload): ErrorAnswer =>
  of === "all" ? busy(message) : { ...busy(message), status: 429, code: "TOO_MANY_REQUESTS" };

const reused = "this Idempotency-Key was that of another request: every request needs a key of its own";

const codes = new Map([
  [400, "BAD_REQUEST"],
  [404, "NOT_FOUND"],
  [413, "TOO_LARGE"],
  [415, "UNSUPPORTED_MEDIA_TYPE"],
]);

const codeOf = (status: number): string => codes.get(status) ?? "BAD_REQUEST";

/** `{"error": {"code", "message"}}` */
export function sendError(error: FastifyError | HttpError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, code, message, headers = {} } = answerOf(error, request);
  return reply.code(status).headers(headers).send({ error: { code, message } });
}

/** The same in GraphQL's shape, for clients that look for `errors`. */
export function sendGraphqlError(
  error: FastifyError | HttpError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { status, code, message, headers = {} } = answerOf(error, request);
  return reply
    .code(status)
    .headers(headers)
    .send({ errors: [{ message, extensions: { code } }] });
}
