import type { Live } from "../../api/index.ts";
import type { HttpOptions } from "../options.ts";

/** What carries subscriptions, and how long things may take. */
export interface LiveSettings extends Pick<HttpOptions, "authenticate"> {
  readonly live: Live;
  /** Between two signs of life. A WebSocket that has not answered one when the next is due is closed. */
  readonly keepAliveMs: number;
  /** Between two looks at whether a key is still good. */
  readonly keyCheckMs: number;
  readonly onFailure: (error: unknown) => void;
  /** What is to be ended when the server stops. */
  readonly open: Set<() => void>;
}
