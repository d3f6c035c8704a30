/** Where the time comes from: `main.ts` hands in the real one, tests their own. */
export type Clock = () => Date;
