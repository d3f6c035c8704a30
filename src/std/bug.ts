/** A broken invariant: ours to fix, never the user's. Only `main.ts` catches it. */
export function bug(message: string): never {
  throw new Error(`bug: ${message}`);
}
