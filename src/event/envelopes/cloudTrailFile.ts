import { hasOnly, type Envelope } from "../envelope.ts";

/**
 * A file of CloudTrail as it lies in S3.
 *
 * @see AWS CloudTrail user guide, "CloudTrail log file examples"
 */
export const cloudTrailFile: Envelope = {
  name: "cloudTrailFile",
  list: ["Records"],
  fits: hasOnly("Records"),
};
