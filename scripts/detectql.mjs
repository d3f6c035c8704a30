#!/usr/bin/env node
// The command line: makes the clone runnable if it is not, and becomes the program, in this very process.
import { prepareOrExit } from "./prepare.mjs";

await prepareOrExit({ build: true });
await import("../dist/main.js");
