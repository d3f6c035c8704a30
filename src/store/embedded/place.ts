import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, realpath } from "node:fs/promises";
import { join, resolve } from "node:path";
import { StoreFailure } from "../storeFailure.ts";
import { serverAccount } from "./account.ts";
import { type Account, run } from "./run.ts";

/** Where the server's files are, and who it runs as (undefined: as we do). */
export interface Place {
  readonly directory: string;
  /** Data, password and log of this major version; made whole at the first start. */
  readonly cluster: string;
  readonly account: Account | undefined;
}

export interface PlaceOptions {
  readonly directory: string;
  /** Stands in for `directory` where root's server account cannot reach that. */
  readonly elsewhere: string;
  /** Accounts that root may lend to the server, in order of preference. */
  readonly accounts: readonly string[];
  readonly log: (message: string) => void;
}

/**
 * Decides where the data lives: in `directory`, but where the account that root lends to the server cannot reach that
 * (a project in /root), in a folder of `elsewhere`, named after `directory`.
 *
 * @throws StoreFailure if there is no fit account or folder
 */
export async function choosePlace({ directory: wanted, elsewhere, accounts, log }: PlaceOptions): Promise<Place> {
  const here = resolve(wanted);
  const away = join(elsewhere, createHash("sha256").update(here).digest("hex").slice(0, 16));
  // Permissions may have been widened since the data went elsewhere: it is not left behind.
  const wentAway = existsSync(clusterIn(away)) && !existsSync(clusterIn(here));
  const folders = process.getuid?.() !== 0 ? [here] : wentAway ? [away] : [here, away];
  for (const folder of folders) {
    const account = await serverAccount(join(clusterIn(folder), "data"), accounts);
    await makeFolder(folder);
    if (account === undefined || (await canReach(folder, account))) {
      if (folder === away)
        log(`embedded PostgreSQL: user ${account?.name} cannot reach ${here}; its data is in ${away}`);
      const directory = await realpath(folder);
      return { directory, cluster: clusterIn(directory), account };
    }
  }
  throw new StoreFailure(
    `The embedded PostgreSQL, which refuses to run as root, can use neither ${here} nor ${away} as another user. ` +
      "Start DetectQL as an ordinary user, or set DATABASE_URL to a PostgreSQL server.",
  );
}

/** A new major version of PostgreSQL cannot read the files of an older one: each has its folder. */
const clusterIn = (folder: string) => join(folder, "18");

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new StoreFailure(
      `Cannot make the folder ${folder} for the embedded PostgreSQL. Mend its permissions, or set DATABASE_URL.`,
      { cause },
    );
  }
}

async function canReach(folder: string, account: Account): Promise<boolean> {
  const { code, output } = await run("/bin/sh", ["-c", '[ -x "$0" ]', folder], account);
  if (code !== null) return code === 0;
  throw new StoreFailure(
    `PostgreSQL refuses to run as root, and this system does not let root run it as user ${account.name} (${output}). ` +
      "Start DetectQL as an ordinary user, or set DATABASE_URL to a PostgreSQL server.",
  );
}
