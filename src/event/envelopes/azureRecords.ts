import { hasOnly, type Envelope } from "../envelope.ts";

/**
 * What the diagnostic settings of Azure send to an event hub or a storage account.
 *
 * @see Microsoft, "Stream Azure monitoring data to an event hub"
 */
export const azureRecords: Envelope = {
  name: "azureRecords",
  list: ["records"],
  fits: hasOnly("records"),
};
