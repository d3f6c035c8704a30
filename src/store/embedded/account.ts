import { stat } from "node:fs/promises";
import { StoreFailure } from "../storeFailure.ts";
import { type Account, run } from "./run.ts";

/**
 * The account that the server runs as. PostgreSQL refuses root, so root lends it another: the owner of the data that
 * is there, else the first of `names` that exists.
 *
 * @returns undefined where the server simply runs as we do
 */
export async function serverAccount(data: string, names: readonly string[]): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(data).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { name: `number ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  for (const name of names) {
    const account = await lookUp(name);
    if (account !== undefined) return account;
  }
  throw new StoreFailure(
    `PostgreSQL refuses to run as root, and this system has no user named ${names.join(" or ")}. ` +
      "Start DetectQL as an ordinary user, or set DATABASE_URL to a PostgreSQL server.",
  );
}

// `id` asks wherever the system keeps its users; /etc/passwd is only one such place.
async function lookUp(name: string): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([number("-u", name), number("-g", name)]);
  return uid === undefined || gid === undefined ? undefined : { name, uid, gid };
}

async function number(flag: string, name: string): Promise<number | undefined> {
  const { code, output } = await run("id", [flag, name]);
  return code === 0 ? Number(output.trim()) >>> 0 : undefined;
}
