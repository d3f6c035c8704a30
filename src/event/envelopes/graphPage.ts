import { hasOnly, type Envelope } from "../envelope.ts";

/**
 * A page of a list by the Graph or the management API of Microsoft.
 *
 * @see Microsoft Graph, "Paging"
 */
export const graphPage: Envelope = {
  name: "graphPage",
  list: ["value"],
  fits: hasOnly("value", "nextLink", "@odata.context", "@odata.nextLink", "@odata.count", "@odata.deltaLink"),
};
