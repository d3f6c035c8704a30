import type { Envelope } from "../envelope.ts";

/**
 * A page of activities by the Reports API of Google Workspace.
 *
 * @see Google, Admin SDK Reports API, "activities.list"
 */
export const workspacePage: Envelope = {
  name: "workspacePage",
  list: ["items"],
  fits: ({ kind }) => kind === "admin#reports#activities",
};
