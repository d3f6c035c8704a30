import { StoreFailure } from "./storeFailure.ts";

/** The failure to connect, naming the server but not the password. */
export function unreachable(url: string, cause: unknown): StoreFailure {
  // Several addresses of one name fail together, in an error that has no message of its own.
  const causes: readonly unknown[] = cause instanceof AggregateError ? cause.errors : [cause];
  const reasons = causes.map((reason) => (reason instanceof Error ? reason.message : String(reason)));
  return new StoreFailure(
    `Cannot connect to PostgreSQL at ${place(url)}: ${reasons.join("; ")}. ` +
      "Check that the server runs, and DATABASE_URL (postgresql://user:password@host:port/database).",
    { cause },
  );
}

function place(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return "a URL that cannot be read";
  }
}
