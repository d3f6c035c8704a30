import type { Envelope } from "../envelope.ts";

/**
 * What a subscription to CloudWatch Logs delivers: each log event has its line as text.
 *
 * @see Amazon CloudWatch Logs user guide, "Subscription filters"
 */
export const cloudWatchLogs: Envelope = {
  name: "cloudWatchLogs",
  list: ["logEvents"],
  fits: (around) => around["logGroup"] !== undefined || around["messageType"] === "DATA_MESSAGE",
  text: "message",
};
