import type { Clock } from "../std/index.ts";
import type { CliRooms } from "./rooms.ts";

export interface ServeOptions {
  readonly port?: number;
  readonly host?: string;
}

export interface CliOptions {
  readonly version: string;
  /** Runs the server until it is stopped. */
  readonly serve: (options: ServeOptions) => Promise<void>;
  /** Lends the database for as long as `work` lasts. */
  readonly withRooms: <T>(work: (rooms: CliRooms) => Promise<T>) => Promise<T>;
  readonly clock: Clock;
  /** A line on standard output: the answer. */
  readonly print: (line: string) => void;
  /** A line on standard error: what people are told. */
  readonly say: (line: string) => void;
}
