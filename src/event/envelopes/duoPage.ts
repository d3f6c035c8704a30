import type { Envelope } from "../envelope.ts";

/**
 * A page of a log by the Admin API of Duo.
 *
 * @see Duo Admin API, "Authentication logs"
 */
export const duoPage: Envelope = {
  name: "duoPage",
  list: ["response", "authlogs"],
  fits: ({ stat }) => stat === "OK",
};
