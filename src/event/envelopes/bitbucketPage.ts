import type { Envelope } from "../envelope.ts";

/**
 * A page of audit entries by the API of Bitbucket Data Center.
 *
 * @see Atlassian, "Audit log integrations in Bitbucket"
 */
export const bitbucketPage: Envelope = {
  name: "bitbucketPage",
  list: ["entities"],
  fits: ({ pagingInfo }) => pagingInfo !== undefined,
};
