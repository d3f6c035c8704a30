// `npm run check:rooms`: fails on a forbidden import, and if fewer modules were read than src/ has: a gate that reads
// nothing would pass everything.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cruiseRooms } from "./cruiseRooms.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const files = readdirSync(`${root}/src`, { recursive: true }).filter(
  (file) => file.endsWith(".ts") && !file.startsWith("store/generated"),
);
const { violations, modules } = await cruiseRooms(root);

for (const { gate, from, to, comment } of violations) console.error(`${gate}: ${from} imports ${to} (${comment})`);
if (modules < files.length) console.error(`only ${modules} of ${files.length} modules were read`);
console.log(`rooms: ${modules} modules, ${violations.length} forbidden imports`);
process.exitCode = violations.length > 0 || modules < files.length ? 1 : 0;
