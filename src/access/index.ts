export { type AuditEntry, recordAudit } from "./audit.ts";
export { authenticate, type Refusal } from "./authenticate.ts";
export { ensureAdminKey } from "./ensureAdminKey.ts";
export { isStrongKey } from "./key.ts";
export { type ApiKey, createKey, listKeys, type NewApiKey, revokeKey } from "./keys.ts";
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
export { defaultTenantId } from "./tenants.ts";
