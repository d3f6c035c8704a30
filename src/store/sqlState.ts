import pg from "pg";
import { UnknownCommit } from "./unknownCommit.ts";

const classOf = (error: unknown): string => (error instanceof pg.DatabaseError ? (error.code ?? "").slice(0, 2) : "");

/** Data exception, integrity constraint violation, program limit exceeded: a row that cannot be stored. */
const dataClasses = new Set(["22", "23", "54"]);

/** Whether it is the rows that cannot be stored, and not the database that cannot store. */
export const isDataError = (error: unknown): boolean => dataClasses.has(classOf(error));

export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === "23505";

/**
 * Connection exception, transaction rollback, insufficient resources (a full disk, too many connections), object not in the state for it
 * (a lock that is not to be had), operator intervention (a shutdown, a start, a statement that took too long), system error.
 */
const passingClasses = new Set(["08", "40", "53", "55", "57", "58"]);

/** What `pg` says of connections that were lost or are not to be had; it has no codes for that. */
const connectionMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error|Client was closed)/;

/** Whether the database is to blame, in a way that passes: the same statement may succeed in a moment. */
export function isPassing(error: unknown): boolean {
  if (error instanceof UnknownCommit) return true;
  if (error instanceof pg.DatabaseError) return passingClasses.has(classOf(error));
  if (!(error instanceof Error)) return false;
  // The operating system's errors name the call; several addresses of one name fail together.
  return "syscall" in error || error instanceof AggregateError || connectionMessages.test(error.message);
}
