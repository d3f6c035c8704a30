import type { LogsourceRow } from "../logsourceRow.ts";

/** Applications of Google Workspace, by the names of its Reports API. */
const workspace = [
  "access_transparency",
  "admin",
  "calendar",
  "chat",
  "chrome",
  "context_aware_access",
  "data_studio",
  "drive",
  "gcp",
  "groups",
  "groups_enterprise",
  "jamboard",
  "keep",
  "login",
  "meet",
  "mobile",
  "rules",
  "saml",
  "token",
  "user_accounts",
  "vault",
];

/**
 * The logs of clouds and of services in them. They have no names of their own in their records: the shapes name them.
 *
 * Source: the logsources of SigmaHQ's rules.
 */
export const cloudLogsources: readonly LogsourceRow[] = [
  { product: "aws", service: "cloudtrail", logs: ["aws.cloudtrail"] },
  { product: "azure", service: "activitylogs", logs: ["azure.activity"] },
  { product: "azure", service: "auditlogs", logs: ["azure.audit"] },
  { product: "azure", service: "signinlogs", logs: ["azure.signIn"] },
  { product: "azure", service: "riskdetection", logs: ["azure.riskDetection"] },
  { product: "azure", service: "pim", logs: ["azure.pim"] },
  { product: "m365", service: "audit", logs: ["m365.audit"] },
  { product: "m365", service: "audit", otherServices: ["exchange"], logs: ["m365.exchange"] },
  {
    product: "m365",
    service: "audit",
    otherServices: ["threat_management", "threat_detection"],
    logs: ["m365.security"],
  },
  { product: "gcp", service: "gcp.audit", logs: ["gcp.audit"] },
  ...workspace.map((application) => ({
    product: "gcp",
    service: `google_workspace.${application}`,
    logs: [`google_workspace.${application}`],
  })),
  { product: "okta", service: "okta", logs: ["okta"] },
  { product: "github", service: "audit", logs: ["github.audit"] },
  { product: "bitbucket", service: "audit", logs: ["bitbucket.audit"] },
  { product: "onelogin", service: "onelogin.events", logs: ["onelogin.events"] },
  { product: "kubernetes", service: "audit", logs: ["kubernetes.audit"], always: ["application"] },
];
