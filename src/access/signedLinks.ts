import { createHmac, timingSafeEqual } from "node:crypto";
import type { Database } from "../store/index.ts";
import { keyLogsource } from "./keyLogsource.ts";
import { isWithin } from "./networks.ts";
import type { Actor, Principal } from "./principal.ts";

/** An address that opens one thing to whoever has it, until a time. */
export interface LinkTarget {
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Why a link opens nothing. */
export type LinkRefusal = "unsigned" | "forged" | "expired" | "revoked" | "elsewhere";

/**
 * Signs a link in the name of a key, for tools that can load an address and not send a key.
 *
 * It is signed with the key's stored hash: no other secret has to be kept, and the link ends with the key, or with its rotation.
 * @returns path and query; undefined if the key is not there any more
 */
export async function signLink(
  { prisma }: Database,
  { tenantId, name }: Actor,
  { path, parameters }: LinkTarget,
  expiresAt: Date,
): Promise<string | undefined> {
  const key = await prisma.apiKey.findUnique({ where: { tenantId_name: { tenantId, name } } });
  if (!key || key.revokedAt) return undefined;
  const query = new URLSearchParams({ ...parameters, key: key.id, expires: String(expiresAt.getTime()) });
  query.set("signature", signatureOf(key.hash, path, query));
  return `${path}?${query.toString()}`;
}

/** Who a signed link speaks for: the key that it was signed with, and no more than that key may. */
export async function openLink(
  { prisma }: Database,
  { path, parameters, address }: LinkTarget & { readonly address: string },
  now: Date,
): Promise<Principal | LinkRefusal> {
  const { key: id, expires, signature, ...rest } = parameters;
  if (id === undefined || expires === undefined || signature === undefined) return "unsigned";
  const key = isUuid(id) ? await prisma.apiKey.findUnique({ where: { id } }) : null;
  if (!key) return "forged";
  const query = new URLSearchParams({ ...rest, key: id, expires });
  if (!isSame(signature, signatureOf(key.hash, path, query))) return "forged";
  if (!(Number(expires) > now.getTime())) return "expired";
  if (key.revokedAt) return "revoked";
  if (key.expiresAt && key.expiresAt <= now) return "expired";
  if (!isWithin(address, key.networks)) return "elsewhere";
  const logsource = keyLogsource(key);
  return { tenantId: key.tenantId, name: key.name, role: key.role, ...(logsource && { logsource }) };
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** HMAC-SHA256 over path and parameters, these sorted: whoever passes a link on may reorder them. */
function signatureOf(hash: Uint8Array, path: string, query: URLSearchParams): string {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  return createHmac("sha256", hash).update(`${path}?${sorted.toString()}`).digest("base64url");
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
