import type { Principal, Refusal } from "../access/index.ts";
import type { Pipeline } from "../detection/index.ts";

/** What the HTTP server is given; it reads no environment itself. */
export interface HttpOptions {
  readonly rooms: Pipeline;
  /** Who holds a key, or why it opens nothing. */
  readonly authenticate: (key: string) => Promise<Principal | Refusal>;
  /** Whether the database answers. */
  readonly isReady: () => Promise<boolean>;
  /** Events that wait for matching, or are being matched. */
  readonly waiting: () => number;
  readonly logLevel: string;
  readonly introspection: boolean;
}
