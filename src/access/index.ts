export { type AuditEntry, recordAudit } from "./audit.ts";
export { type AuditChange, type AuditQuery, listAudit, type RecordedAudit } from "./auditLog.ts";
export { authenticate, type Presented, type Refusal } from "./authenticate.ts";
export { ensureAdminKey } from "./ensureAdminKey.ts";
export { isStrongKey } from "./key.ts";
export { type ApiKey, createKey, findKey, listKeys, type NewApiKey, revokeKey, rotateKey } from "./keys.ts";
export { readNetwork } from "./networks.ts";
export {
  type Actor,
  type KeyLogsource,
  may,
  type Permission,
  type Principal,
  type Role,
  roles,
  rolesWith,
} from "./principal.ts";
export { createRateLimit, type RateLimit, type RateLimitOptions, type Taken } from "./rateLimit.ts";
export { defaultTenantId } from "./tenants.ts";
export { type LinkRefusal, type LinkTarget, openLink, signLink } from "./signedLinks.ts";
