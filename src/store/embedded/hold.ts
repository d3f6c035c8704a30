import pg from "pg";

/** This process's claim on the server. */
export interface Hold {
  /** The server is about to stop: the claim lasts until then, and is not made anew. Waits for what is under way. */
  readonly expectLoss: () => Promise<void>;
  readonly release: () => Promise<void>;
}

// Any number that nobody else uses: "DetectQL" in ASCII.
const lockKey = "4928473346035962188";
const retryMs = 1_000;
const maxRetryMs = 8_000;

/**
 * Claims the server for this process, by an advisory lock on a connection of its own: when the process ends, however it
 * ends, the server sees the connection close and the claim is gone. A connection that is lost while both live (the
 * server restarts itself after a crash of one of its processes) is made anew.
 *
 * @returns undefined if another process has the claim
 * @throws what pg throws if there is no connection
 */
export async function takeHold(url: string, revive: () => Promise<void>): Promise<Hold | undefined> {
  const first = await claim(url);
  if (first === undefined) return undefined;
  let client = first;
  let ending = false;
  let timer: NodeJS.Timeout | undefined;
  let renewing: Promise<void> = Promise.resolve();
  let waitMs = retryMs;

  const renew = async () => {
    const again = await revive()
      .then(() => claim(url))
      .catch(() => undefined);
    if (again === undefined) renewLater();
    else if (ending) await again.end();
    else keep(again);
  };
  const renewLater = () => {
    if (ending) return;
    timer = setTimeout(() => {
      renewing = renew();
    }, waitMs).unref();
    waitMs = Math.min(waitMs * 2, maxRetryMs);
  };
  const keep = (claimed: pg.Client) => {
    client = claimed;
    waitMs = retryMs;
    client.once("end", () => {
      if (ending) return;
      renewing = renew();
    });
  };
  const expectLoss = async () => {
    ending = true;
    clearTimeout(timer);
    await renewing;
  };
  keep(first);
  return {
    expectLoss,
    release: async () => {
      await expectLoss();
      await client.end().catch(() => undefined);
    },
  };
}

async function claim(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: "detectql hold" });
  // Told by "end" as well, and by every caller's own connections.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [lockKey]);
    if (rows[0]?.taken === true) return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  await client.end();
  return undefined;
}
