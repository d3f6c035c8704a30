import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What stands between the service and PostgreSQL, and can fail as networks do. */
export interface Proxy {
  /** The database's URL by way of the proxy. */
  readonly url: string;
  /** What happens to connections from now on, and to commits. */
  fault: Fault;
  /** Ends all connections that are there. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

/** `away`: nobody answers. `before commit`, `after commit`: the connection is lost before PostgreSQL reads the commit, or answers it. */
export type Fault = "none" | "away" | "before commit" | "after commit";

/** The simple query `commit`, as it is on the wire. */
const commit = Buffer.from("commit\0");

export async function openProxy(databaseUrl: string): Promise<Proxy> {
  const target = new URL(databaseUrl);
  const pairs = new Set<readonly [Socket, Socket]>();
  const end = ([one, other]: readonly [Socket, Socket]) => {
    one.destroy();
    other.destroy();
  };
  const server = createServer((client) => {
    if (proxy.fault === "away") return void client.destroy();
    const upstream = connect({ host: target.hostname, port: Number(target.port) });
    const pair = [client, upstream] as const;
    pairs.add(pair);
    let deaf = false;
    client.on("data", (bytes) => {
      const isCommit = bytes.includes(commit);
      if (isCommit && proxy.fault === "before commit") return end(pair);
      if (isCommit && proxy.fault === "after commit") deaf = true;
      upstream.write(bytes);
    });
    upstream.on("data", (bytes) => {
      if (deaf) end(pair);
      else client.write(bytes);
    });
    for (const socket of pair) {
      socket.on("error", () => undefined);
      socket.on("close", () => {
        end(pair);
        pairs.delete(pair);
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  const cut = () => pairs.forEach(end);
  const proxy: Proxy = {
    url: url.href,
    fault: "none",
    cut,
    close: async () => {
      server.close();
      cut();
      await once(server, "close");
    },
  };
  return proxy;
}
