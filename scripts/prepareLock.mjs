import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";

// Longer than any install takes: after that the process id is thought to be another program's.
const forgottenMs = 30 * 60_000;

/**
 * Takes a lock between processes: a file that holds the process id. The lock of a process that is gone is broken.
 *
 * @returns what gives it back, or undefined if another process has it
 */
export function takeLock(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return () => rmSync(path, { force: true });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const holder = readHolder(path);
  if (holder !== undefined && !holder.isAlive) breakLock(path, holder.text);
  return undefined;
}

function readHolder(path) {
  try {
    const text = readFileSync(path, "utf8");
    const ageMs = Date.now() - statSync(path).mtimeMs;
    // The file is there a moment before its text.
    return { text, isAlive: ageMs < (text === "" ? 1_000 : forgottenMs) && (text === "" || isAlive(Number(text))) };
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Moves it away rather than deletes it: another process may have broken it first, and this would be that one's new lock. */
function breakLock(path, text) {
  const away = `${path}.${process.pid}`;
  try {
    renameSync(path, away);
    if (readFileSync(away, "utf8") !== text) linkSync(away, path);
  } catch {
    // Somebody else was faster.
  } finally {
    rmSync(away, { force: true });
  }
}
