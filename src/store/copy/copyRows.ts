import type { Connection, Submittable } from "pg";
import type { Queryable } from "../queryable.ts";
import { type Column, copyMessages } from "./copyMessages.ts";

/** Stores rows by COPY in binary form, the fastest way there is. None of them is stored if one cannot be. */
export async function copyRows<Row>(
  db: Queryable,
  table: string,
  rows: Iterable<Row>,
  columns: readonly Column<Row>[],
): Promise<void> {
  const names = columns.map(({ name }) => name).join(", ");
  const messages = copyMessages(rows, columns);
  await new Promise<void>((resolve, reject) => {
    db.query(copyQuery(`copy ${table} (${names}) from stdin (format binary)`, messages, { resolve, reject }));
  });
}

interface Settle {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** CopyFail with an empty reason: what is wrong is known here. */
const copyFail = Buffer.from([0x66, 0, 0, 0, 5, 0]);

/**
 * What `pg` runs as a query. The rows are sent behind the statement at once: should it fail, PostgreSQL ignores them, and waiting
 * for its leave would cost a round trip.
 *
 * @see PostgreSQL, Message Flow, "COPY Operations": messages of a copy that has failed are dropped
 */
function copyQuery(statement: string, messages: Iterator<Buffer, undefined>, { resolve, reject }: Settle): Submittable {
  let stop = (): void => undefined;
  let broken: { readonly cause: unknown } | undefined;

  /** What the connection cannot take yet is not encoded yet. @returns whether that is all */
  const send = ({ stream }: Connection): boolean => {
    try {
      for (;;) {
        const { value, done } = messages.next();
        if (done === true) return true;
        if (!stream.write(value)) return false;
      }
    } catch (cause) {
      broken = { cause };
      stream.write(copyFail);
      return true;
    }
  };
  const query = {
    /** `pg` puts what ends its own patience here: it is to be told when the query has ended. */
    callback: (): void => undefined,
    submit: (connection: Connection) => {
      const { stream } = connection;
      const more = () => {
        if (send(connection)) stop();
      };
      stop = () => void stream.off("drain", more);
      stream.cork();
      connection.query(statement);
      if (!send(connection)) stream.on("drain", more);
      stream.uncork();
    },
    handleCopyInResponse: () => undefined,
    handleCommandComplete: () => undefined,
    handleError: (error: unknown) => {
      stop();
      query.callback();
      reject(broken ? broken.cause : error);
    },
    handleReadyForQuery: () => {
      stop();
      query.callback();
      resolve();
    },
  };
  return query;
}
