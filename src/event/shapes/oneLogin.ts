import { firstName } from "../identity.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

/**
 * An event of OneLogin, by its API or its webhook.
 *
 * @see OneLogin API, "Event resource and types"
 */
export const oneLogin: Shape = {
  name: "oneLogin",
  keys: ["event_type_id"],
  fits: (record) => record["event_type_id"] !== undefined && record["account_id"] !== undefined,
  read: readerOf({}),
  origin: () => ({ log: "onelogin.events" }),
  time: ["event_timestamp", "created_at", "@timestamp"],
  host: [],
  user: (fields) => firstName(fields, ["actor_user_name", "user_name", "login_name"]),
  sourceAddress: ["ipaddr"],
};
