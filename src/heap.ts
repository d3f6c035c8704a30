import v8 from "node:v8";

/**
 * Lets the heaps of this process grow to twice what lives in them, in per cent of that. By itself V8 lets a small heap become four times as
 * large before it is collected, and by how fast it happens to be filled: the server's memory would go up and down by a hundred MiB.
 */
const growth = 100;

/** Said at the start: V8 looks at it after each collection, in every thread. */
export const boundHeap = (): void => v8.setFlagsFromString(`--heap-growing-percent=${growth}`);
