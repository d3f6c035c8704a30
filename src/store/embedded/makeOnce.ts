import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isAlive } from "./isAlive.ts";

/**
 * Makes a folder whole or not at all: `make` fills a draft beside it, which is then renamed.
 * Of several processes the first wins, and the others use what it made.
 */
export async function makeOnce(folder: string, make: (draft: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  await sweepDrafts(folder);
  const draft = `${folder}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
  try {
    await mkdir(draft, { recursive: true, mode: 0o700 });
    await make(draft);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Removes the drafts of processes that were killed. */
async function sweepDrafts(folder: string): Promise<void> {
  const prefix = `${basename(folder)}.new-`;
  const names = await readdir(dirname(folder)).catch(() => []);
  const dead = names.filter((name) => name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length))));
  await Promise.all(dead.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })));
}
