import type { WriteRequest, Written } from "./writeRequest.ts";
import { WritingFailure } from "./writingFailure.ts";

/** A request that waits to be stored. It is answered once. */
export interface Waiting {
  readonly request: WriteRequest;
  readonly isOver: () => boolean;
  readonly resolve: (written: Written) => void;
  readonly reject: (error: unknown) => void;
  /** What it came to by a commit that was sent and never answered: it may be stored, or not. */
  unsure: Written | undefined;
}

/** Waits for as long as there is patience, even if the transaction that has it goes on. */
export function createWaiting(
  request: WriteRequest,
  patienceMs: number,
  { resolve, reject }: Pick<Waiting, "resolve" | "reject">,
): Waiting {
  let isOver = false;
  const end = (answer: () => void): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(patience);
    answer();
  };
  const patience = setTimeout(
    () => end(() => reject(new WritingFailure("the database did not take the events in time"))),
    patienceMs,
  );
  return {
    request,
    isOver: () => isOver,
    resolve: (written) => end(() => resolve(written)),
    reject: (error) => end(() => reject(error)),
    unsure: undefined,
  };
}
