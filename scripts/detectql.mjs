#!/usr/bin/env node
// The command line: makes the clone runnable if it is not, and becomes the program, in this very process.
import { prepareOrExit } from "./prepare.mjs";

const watchMs = 250;

// npm runs its scripts in a shell, which dies of a SIGTERM to npm without passing it on; then our parent changes.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, watchMs).unref();
}

await prepareOrExit({ build: true });
await import("../dist/main.js");
