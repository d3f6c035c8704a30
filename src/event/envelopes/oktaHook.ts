import type { Envelope } from "../envelope.ts";

/**
 * What an event hook of Okta posts.
 *
 * @see Okta, "Event hooks"
 */
export const oktaHook: Envelope = {
  name: "oktaHook",
  list: ["data", "events"],
  fits: ({ eventType }) => eventType === "com.okta.event_hook",
};
