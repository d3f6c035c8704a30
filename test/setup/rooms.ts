import { afterAll, beforeAll } from "vitest";
import { type Actor, defaultTenantId } from "../../src/access/index.ts";
import { createFeed, type Feed } from "../../src/detection/index.ts";
import { createMatcher, type Matcher, type MatcherOptions } from "../../src/matching/index.ts";
import { type Admission, createAdmission, createWriter, type Writer } from "../../src/detection/index.ts";
import { createRegistry, createTallies, type RuleRoom, type Tallies } from "../../src/rules/index.ts";
import { type TestDatabase, useDatabase } from "./database.ts";

/** The rooms over a database of the test file's own, at a time that the test decides. */
export interface TestRooms extends RuleRoom {
  readonly database: TestDatabase;
  readonly matcher: Matcher;
  readonly actor: Actor;
  readonly tallies: Tallies;
  readonly writer: Writer;
  readonly admission: Admission;
  readonly feed: Feed;
  /** Sets the clock. */
  readonly setNow: (now: Date) => void;
}

export const testNow = new Date("2026-11-23T12:00:00.000Z");

/** Failures in the background end up here; a test file that expects none can look. */
export const backgroundFailures: unknown[] = [];

/** @param matching threads where they are what is tested; else the test's own thread matches, which starts at once */
export function useRooms(matching: Partial<MatcherOptions> = {}): () => TestRooms {
  const database = useDatabase(testNow.getTime());
  let rooms: TestRooms | undefined;
  beforeAll(async () => {
    let now = testNow;
    const onFailure = (error: unknown) => void backgroundFailures.push(error);
    const matcher = createMatcher({ threads: 0, onFailure, ...matching });
    rooms = {
      database: database(),
      matcher,
      registry: createRegistry({
        database: database(),
        matcher,
        url: database().url,
        clock: () => now,
        onFailure,
      }),
      clock: () => now,
      tallies: createTallies({ database: database(), clock: () => now, onFailure }),
      writer: createWriter({ database: database(), patienceMs: 10_000, onFailure }),
      admission: createAdmission({ requests: 40, requestsPerKey: 22, bytes: 2 ** 28, bytesPerKey: 2 ** 28 }),
      feed: createFeed({ database: database(), url: database().url, onFailure }),
      actor: { tenantId: await defaultTenantId(database()), name: "tester" },
      setNow: (then) => {
        now = then;
      },
    };
  });
  afterAll(async () => {
    await rooms?.tallies.stop();
    await rooms?.feed.stop();
    await rooms?.registry.stop();
    await rooms?.matcher.close();
  });
  return () => {
    if (rooms === undefined) throw new Error("the rooms are there in tests and hooks only");
    return rooms;
  };
}
