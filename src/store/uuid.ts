import { createHash, randomBytes } from "node:crypto";

/** Makes the next id, for an instant in whole ms since 1970. */
export type UuidSource = (ms: number) => string;

const maxCounter = 0xfff;
/** A clock that steps back further was wrong before: ids far ahead of the time would miss their partition. */
const maxLeadMs = 60_000;
const maxSeed = 0x7ff;
const poolSize = 4_096;
const seedBytes = 2;
const tailBytes = 8;
const randomsPerUuid = seedBytes + tailBytes;

/**
 * A source of uuidv7 that only rises, within the process: ids of one millisecond are counted, and when the clock steps
 * back by up to a minute the source stays at the latest instant it has seen.
 *
 * The counter takes `rand_a`, begins at random below 2,048, and when it is full borrows the next millisecond; 62 bits
 * stay random, so that several processes do not meet.
 *
 * @see RFC 9562, sections 5.7 and 6.2, "Fixed Bit-Length Dedicated Counter"
 */
export function createUuidSource(): UuidSource {
  let time = -1;
  let counter = 0;
  let pool = Buffer.alloc(0);
  let used = 0;

  const randoms = (): Buffer => {
    if (used + randomsPerUuid > pool.length) {
      pool = randomBytes(poolSize);
      used = 0;
    }
    used += randomsPerUuid;
    return pool.subarray(used - randomsPerUuid, used);
  };

  return (ms) => {
    const random = randoms();
    const seed = random.readUInt16BE(0) & maxSeed;
    if (ms > time || time - ms > maxLeadMs) [time, counter] = [ms, seed];
    else if (counter < maxCounter) counter += 1;
    else [time, counter] = [time + 1, seed];
    return compose(time, counter, random.subarray(seedBytes));
  };
}

/** The lowest uuidv7 of an instant, in whole ms since 1970; SQL's `uuid_floor`. */
export function uuidFloor(ms: number): string {
  const hex = hexOf(ms);
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** The instant of a uuidv7, in ms since 1970. */
export function uuidTimeMs(uuid: string): number {
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16);
}

/**
 * The id of the detection of an event by a rule: the time and the counter of the event's id, so that detections sort as
 * their events do, and a hash of all three, so that matching again finds the detection that is there.
 */
export function detectionId(tenantId: number, ruleId: number, eventId: string): string {
  const hash = createHash("sha256").update(`${tenantId}/${ruleId}/${eventId.toLowerCase()}`).digest();
  return compose(uuidTimeMs(eventId), Number.parseInt(eventId.slice(15, 18), 16), hash.subarray(0, 8));
}

/** Between which ids the detections of an event lie, `from <= id < to`. */
export const idsOfEvent = (eventId: string) => {
  const start = eventId.slice(0, 18);
  return { from: `${start}-8000-000000000000`, to: `${start}-c000-000000000000` };
};

/** Lays out a version 7: 48 bits of time, 12 of `a`, and 62 of the 64 in `b`. */
function compose(ms: number, a: number, b: Buffer): string {
  const time = hexOf(ms);
  const low = b.toString("hex");
  const variant = ((b.readUInt8(0) & 0x3f) | 0x80).toString(16);
  const version = (0x7000 | a).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}${low.slice(2, 4)}-${low.slice(4)}`;
}

const hexOf = (ms: number) => ms.toString(16).padStart(12, "0");
