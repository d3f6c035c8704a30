/**
 * The store cannot do its work, and the operator can mend it: a database that is down, a folder without permission,
 * a migration that fails. The message says what, where and how to mend; `cause` is what was met.
 */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";
}
