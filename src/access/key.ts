import { createHash, randomBytes } from "node:crypto";

/** Every key begins so: secret scanners and people can tell one. */
export const keyPrefix = "dql_";

/** A new key with 256 random bits. It is shown once and stored only as its hash. */
export const newKey = (): string => keyPrefix + randomBytes(32).toString("base64url");

/** What is stored of a key. A plain SHA-256 suffices: a random key cannot be guessed, so nothing slow is needed. */
export const hashKey = (key: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(key).digest());

/** A key that an operator chose (`DETECTQL_ADMIN_KEY`) must have as much to guess as one of ours nearly has. */
export const isStrongKey = (key: string): boolean => key.startsWith(keyPrefix) && key.length >= keyPrefix.length + 32;
