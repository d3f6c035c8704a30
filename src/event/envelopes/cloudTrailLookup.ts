import { hasOnly, type Envelope } from "../envelope.ts";

/**
 * What `aws cloudtrail lookup-events` prints: each event has its record as text.
 *
 * @see AWS CloudTrail API, "LookupEvents"
 */
export const cloudTrailLookup: Envelope = {
  name: "cloudTrailLookup",
  list: ["Events"],
  fits: hasOnly("Events", "NextToken"),
  text: "CloudTrailEvent",
};
