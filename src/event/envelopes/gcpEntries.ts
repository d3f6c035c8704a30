import { hasOnly, type Envelope } from "../envelope.ts";

/**
 * A page of entries by the Logging API of Google Cloud.
 *
 * @see Google Cloud Logging API, "entries.list"
 */
export const gcpEntries: Envelope = {
  name: "gcpEntries",
  list: ["entries"],
  fits: hasOnly("entries", "nextPageToken"),
};
