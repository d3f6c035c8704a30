import type { Envelope } from "../envelope.ts";

/**
 * A page of events by the API of OneLogin.
 *
 * @see OneLogin API, "Get events"
 */
export const oneLoginPage: Envelope = {
  name: "oneLoginPage",
  list: ["data"],
  fits: ({ status, pagination }) => status !== undefined && pagination !== undefined,
};
