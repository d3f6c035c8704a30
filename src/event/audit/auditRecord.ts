/** One record of the Linux audit system: a part of an audit event. */
export interface AuditRecord {
  /** `SYSCALL`, `EXECVE`, `USER_LOGIN`, ... */
  readonly type: string;
  /** Its fields, decoded; a name that stands twice has both values. */
  readonly pairs: readonly Pair[];
  readonly header: AuditHeader;
}

export type Pair = readonly [name: string, value: string];

/** Which event a record belongs to: records with the same header are of one event. */
export interface AuditHeader {
  /** Seconds since 1970 with their fraction, as written; undefined where the writer formatted it in a time zone that it does not name. */
  readonly time?: string | undefined;
  readonly serial?: string | undefined;
  readonly node?: string | undefined;
}
