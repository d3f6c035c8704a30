/** How much may be under way at once, over all and for each key: requests, and bytes of their events. */
export interface AdmissionLimits {
  readonly requests: number;
  readonly bytes: number;
  readonly requestsPerKey: number;
  readonly bytesPerKey: number;
}

/** Who sends. */
export interface Sender {
  readonly tenantId: number;
  /** The name of its key. */
  readonly name: string;
}

/** A request that was let in: it counts until it ends. */
export interface Ticket {
  /** Counts it as so many bytes from now on: what it says of its size is not what it has. @throws Overload */
  readonly weigh: (bytes: number) => void;
  readonly end: () => void;
}

/** Too much is under way: of the sender's key, or of all. Nothing was done; the same request may succeed in a moment. */
export class Overload extends Error {
  readonly of: "key" | "all";

  constructor(of: "key" | "all") {
    super(
      of === "key"
        ? "too much of this key is under way: wait for answers, or send it again in a second"
        : "too much is being ingested at once: send it again in a second",
    );
    this.of = of;
  }
}

/** Lets requests in while there is room, from before their bodies are read until they are answered: memory and the database stay free. */
export interface Admission {
  /** @throws Overload */
  readonly admit: (sender: Sender, bytes: number) => Ticket;
}

interface Load {
  requests: number;
  bytes: number;
}

export function createAdmission(limits: AdmissionLimits): Admission {
  const all: Load = { requests: 0, bytes: 0 };
  const byKey = new Map<string, Load>();
  const ofKey = { requests: limits.requestsPerKey, bytes: limits.bytesPerKey };

  return {
    admit: ({ tenantId, name }, size) => {
      const id = `${tenantId} ${name}`;
      const key = byKey.get(id) ?? { requests: 0, bytes: 0 };
      if (!hasRoom(key, ofKey, size)) throw new Overload("key");
      if (!hasRoom(all, limits, size)) throw new Overload("all");
      byKey.set(id, key);
      const loads = [all, key];
      let bytes = size;
      let isOver = false;
      for (const load of loads) add(load, 1, size);
      return {
        weigh: (heavier) => {
          if (isOver) return;
          const more = heavier - bytes;
          // Beside itself: alone any request has room.
          const beside = (load: Load): Load => ({ requests: load.requests - 1, bytes: load.bytes - bytes });
          if (more > 0 && !hasRoom(beside(key), ofKey, heavier)) throw new Overload("key");
          if (more > 0 && !hasRoom(beside(all), limits, heavier)) throw new Overload("all");
          for (const load of loads) add(load, 0, more);
          bytes = heavier;
        },
        end: () => {
          if (isOver) return;
          isOver = true;
          for (const load of loads) add(load, -1, -bytes);
          if (key.requests === 0) byKey.delete(id);
        },
      };
    },
  };
}

/** What is alone has room, however large: it is bounded elsewhere. */
const hasRoom = (load: Load, most: Load, bytes: number): boolean =>
  load.requests === 0 || (load.requests < most.requests && load.bytes + bytes <= most.bytes);

function add(load: Load, requests: number, bytes: number): void {
  load.requests += requests;
  load.bytes += bytes;
}
