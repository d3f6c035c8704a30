import pg from "pg";

export interface Listener {
  readonly stop: () => Promise<void>;
}

const retryMs = 1_000;

/**
 * Listens to a NOTIFY channel on a connection of its own, and connects again whenever that is lost.
 *
 * Notifications sent while it is away are lost: `onConnect` runs after every connection, to catch up.
 */
export function listen(
  url: string,
  channel: string,
  on: { readonly notification: (payload: string) => void; readonly connect: () => void },
): Listener {
  let stopped = false;
  let current: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;

  const connect = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: "detectql listen" });
    current = client;
    // pg reports one lost connection more than once: only the first counts.
    const lost = () => {
      if (current !== client) return;
      current = undefined;
      client.end().catch(() => undefined);
      if (!stopped) retry = setTimeout(() => void connect(), retryMs);
    };
    client.on("error", lost);
    client.on("end", lost);
    client.on("notification", ({ payload }) => on.notification(payload ?? ""));
    try {
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      on.connect();
    } catch {
      lost();
    }
  };

  void connect();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(retry);
      const client = current;
      current = undefined;
      await client?.end().catch(() => undefined);
    },
  };
}
