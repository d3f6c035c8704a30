/** A process that runs the embedded PostgreSQL of a directory until it is told to stop, and says what it does as JSON lines. */
import { startEmbedded } from "../../src/store/embedded/startEmbedded.ts";

const say = (line: object) => console.log(JSON.stringify(line));

try {
  const [directory = "", share] = process.argv.slice(2);
  const { url, stop } = await startEmbedded({
    directory,
    share: share === "share",
    settings: { fsync: "off", shared_buffers: "16MB" },
    log: (log) => say({ log }),
  });
  say({ url });
  process.stdin.once("data", () => void stop().then(() => process.exit()));
} catch (error) {
  say({ failure: error instanceof Error ? error.message : String(error) });
}
