/** The connection was lost while a transaction was committed: it may be stored, or not. */
export class UnknownCommit extends Error {
  override readonly name = "UnknownCommit";
}
