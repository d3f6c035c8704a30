import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StoreFailure } from "../storeFailure.ts";
import type { Binaries } from "./binaries.ts";
import { makeOnce } from "./makeOnce.ts";
import type { Place } from "./place.ts";
import { run } from "./run.ts";

/** A database cluster on disk. */
export interface Cluster {
  readonly data: string;
  /** The server's log. */
  readonly logFile: string;
  readonly password: string;
}

export const user = "detectql";

/**
 * Finds the database cluster, or makes it at the first start: with a password of its own, kept in a file beside the
 * data that only the server's account (and root) can read.
 *
 * @throws StoreFailure if initdb fails, or if the files are another user's
 */
export async function ensureCluster(
  { cluster, account }: Place,
  binaries: Binaries,
  options: { readonly sync: boolean; readonly log: (message: string) => void },
): Promise<Cluster> {
  if (!existsSync(cluster)) options.log(`embedded PostgreSQL: first start, making the database in ${cluster}`);
  await makeOnce(cluster, async (draft) => {
    const passwordFile = join(draft, "password");
    await writeFile(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
    await writeFile(join(draft, "log"), "", { mode: 0o600 });
    if (account !== undefined) {
      const ours = [draft, passwordFile, join(draft, "log")];
      await Promise.all(ours.map((path) => chown(path, account.uid, account.gid)));
    }
    const args = [...initdbArgs, `--pgdata=${join(draft, "data")}`, `--pwfile=${passwordFile}`];
    const { code, output } = await run(binaries.initdb, options.sync ? args : [...args, "--no-sync"], account);
    if (code !== 0) throw initdbFailure(cluster, output);
  });
  return { data: join(cluster, "data"), logFile: join(cluster, "log"), password: await readPassword(cluster) };
}

// The built-in locale is the same on every system; that of the C library changes with it, and breaks indexes on text.
const initdbArgs = [
  `--username=${user}`,
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
];

async function readPassword(cluster: string): Promise<string> {
  try {
    return await readFile(join(cluster, "password"), "utf8");
  } catch (cause) {
    throw new StoreFailure(
      `Cannot read the password of the embedded PostgreSQL in ${cluster}. If DetectQL was started as another user before, ` +
        "start it as that user; if the file is gone, restore it, or remove the folder to begin with an empty database.",
      { cause },
    );
  }
}

const initdbFailure = (cluster: string, output: string) =>
  new StoreFailure(
    `Making the embedded database in ${cluster} failed. initdb says:\n${output.trim()}\n` +
      "Mend that, or set DATABASE_URL to a PostgreSQL server.",
  );
