// Loaded into the service before it starts: counts what is sent to PostgreSQL, and says so when asked. Beginning and ending a
// transaction count, as each is a question and an answer.
import pg from "pg";

let statements = 0;
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function count(...given) {
  statements += 1;
  return query.apply(this, given);
};

process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ statements, cpuUs: user + system });
});
// Who asks must not keep the service from ending.
process.channel?.unref();
