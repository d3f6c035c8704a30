import type { Principal, Refusal } from "../../access/index.ts";
import { reasons } from "../principal.ts";

/** A key that something goes on with after it was let in. */
export interface Watched {
  /** As at the beginning. */
  readonly principal: Principal;
  /** Finds out again who holds the key. */
  readonly ask: () => Promise<Principal | Refusal>;
  readonly everyMs: number;
  /** Told once, why the key opens no longer what it opened. */
  readonly onEnd: (reason: string) => void;
  /** Told when it could not be found out: the key is asked for again next time. */
  readonly onFailure: (error: unknown) => void;
}

/** Asks again and again whether a key still opens what it opened. @returns what ends that */
export function watchKey({ principal, ask, everyMs, onEnd, onFailure }: Watched): () => void {
  const check = async () => {
    const now = await ask();
    const reason = typeof now === "string" ? reasons[now] : sameRights(now, principal) ? undefined : changed;
    if (reason === undefined) return;
    stop();
    onEnd(reason);
  };
  const timer = setInterval(() => void check().catch(onFailure), everyMs);
  const stop = () => clearInterval(timer);
  return stop;
}

const changed = "this key may do other things now: come again";

const sameRights = (one: Principal, other: Principal): boolean =>
  one.tenantId === other.tenantId && one.role === other.role && one.name === other.name;
