/** Lowest first is not meant: `ingest` and `viewer` can do different things. */
export const roles = ["viewer", "ingest", "analyst", "admin"] as const;
export type Role = (typeof roles)[number];

/** What a request may do; a role is a set of these. */
export type Permission = "read" | "ingest" | "triage" | "administer";

/** What a key's events are of, whatever their records show; each dimension for itself. */
export interface KeyLogsource {
  readonly product?: string;
  readonly category?: string;
  readonly service?: string;
}

/** Who asks: every request has one. */
export interface Principal {
  readonly tenantId: number;
  /** The key's name: what activity and audit entries name as the actor. */
  readonly name: string;
  readonly role: Role;
  /** Absent if the key says nothing of it. */
  readonly logsource?: KeyLogsource;
}

/** The tenant that a change is made in, and the name it is recorded under. */
export type Actor = Pick<Principal, "tenantId" | "name">;

const permissions: Readonly<Record<Role, readonly Permission[]>> = {
  viewer: ["read"],
  ingest: ["ingest"],
  analyst: ["read", "triage"],
  admin: ["read", "ingest", "triage", "administer"],
};

export const may = (principal: Principal, permission: Permission): boolean =>
  permissions[principal.role].includes(permission);

/** The roles that have a permission, for messages that say how to mend a refusal. */
export const rolesWith = (permission: Permission): readonly Role[] =>
  roles.filter((role) => permissions[role].includes(permission));
