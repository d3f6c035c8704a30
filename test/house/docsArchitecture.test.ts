import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import { codeIn, projectRoot, readText, tableOf } from "./docsPages.ts";

interface Config {
  readonly rooms: Readonly<Record<string, { readonly may: readonly string[]; readonly because: string }>>;
  readonly owners: Readonly<Record<string, readonly string[]>>;
}

const config = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as Config;
const page = readText("ARCHITECTURE.md");

test("ARCHITECTURE.md has the import table that the gate keeps", () => {
  const kept = Object.entries(config.rooms).map(([room, { may, because }]) => [
    `\`${room}\``,
    may.join(" ") || "-",
    because,
  ]);
  expect(tableOf(page, "room")).toEqual([...kept, ["`main.ts`", "every door", "the composition root"]]);
});

test("ARCHITECTURE.md names the owners that the gate keeps", () => {
  const kept = Object.entries(config.owners).map(([name, rooms]) => [`\`${name}\``, rooms.join(" ")]);
  expect(tableOf(page, "package")).toEqual(kept);
});

test("ARCHITECTURE.md says which rooms are not there yet", () => {
  const sentence = page.split("\n").find((line) => /ha(?:s its|ve their) row and no folder yet\.$/.test(line)) ?? "";
  const absent = Object.keys(config.rooms).filter((room) => !existsSync(path.join(projectRoot, "src", room)));
  expect([...codeIn(sentence)].sort()).toEqual(absent.sort());
});
