import { existsSync } from "node:fs";
import path from "node:path";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { isStrongKey } from "../../src/access/index.ts";
import { configurationSchema, readConfiguration } from "../../src/configuration.ts";
import { idleProgram, projectRoot, readText } from "./docsPages.ts";

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: object;
}

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly environment: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
}

const dockerfile = readText("docker/Dockerfile").replaceAll("\\\n", " ");
const instructions = dockerfile
  .split("\n")
  .map((line) => /^(?<name>[A-Z]+) +(?<rest>.*)$/.exec(line)?.groups)
  .filter((groups) => groups !== undefined);
const argumentsOf = (wanted: string) => instructions.filter(({ name }) => name === wanted).map(({ rest = "" }) => rest);
const compose = load(readText("docker/compose.yaml")) as Compose;
const there = (file: string) => existsSync(path.join(projectRoot, file));

/** What the build context has: .dockerignore takes all away and gives these back. */
const context = readText(".dockerignore").match(/(?<=^!).+$/gm) ?? [];

const copied = argumentsOf("COPY").filter((rest) => !rest.startsWith("--from"));

test.each(copied.map((rest) => ({ rest })))("COPY $rest copies what the context has", ({ rest }) => {
  const sources = rest.split(/ +/).slice(0, -1);
  expect(sources.filter((source) => !there(source))).toEqual([]);
  expect(
    sources.filter((source) => !context.some((given) => source === given || source.startsWith(`${given}/`))),
  ).toEqual([]);
});

test("the image runs as an ordinary user, with a health check", () => {
  expect(argumentsOf("USER")).toEqual(["node"]);
  expect(argumentsOf("HEALTHCHECK").join()).toContain("/healthz");
});

test("the image has what the program looks for beside dist/", () => {
  const last = instructions.map(({ name }) => name).lastIndexOf("FROM");
  const runtime = instructions
    .slice(last)
    .filter(({ name }) => name === "COPY")
    .map(({ rest = "" }) => rest.split(/ +/));
  expect(runtime.map((parts) => parts.at(-1))).toEqual(expect.arrayContaining(["prisma/migrations", "rules", "dist"]));
  expect(runtime.flat()).toContain("package.json");
});

test("the image's command has a program that exists, with flags that exist", () => {
  const [command = "[]"] = argumentsOf("CMD");
  const [node, main, name, ...flags] = JSON.parse(command) as string[];
  expect([node, main]).toEqual(["node", "dist/main.js"]);
  expect(there("src/main.ts")).toBe(true);
  const options =
    idleProgram()
      .commands.find((one) => one.name() === name)
      ?.options.map(({ long }) => long) ?? [];
  expect(options).toEqual(expect.arrayContaining(flags.filter((flag) => flag.startsWith("--"))));
});

test("compose builds our image beside a PostgreSQL 18 that is waited for", () => {
  const { detectql, postgres } = compose.services;
  expect(postgres?.image).toMatch(/^postgres:18/);
  expect(postgres?.healthcheck?.test).toContain("pg_isready");
  expect(detectql?.depends_on).toEqual({ postgres: { condition: "service_healthy" } });
  const { context: folder = "", dockerfile: file = "" } = detectql?.build ?? {};
  expect(there(path.join("docker", folder, file))).toBe(true);
  expect(postgres?.volumes?.map((volume) => volume.split(":")[0])).toEqual(Object.keys(compose.volumes));
});

test("compose's settings are settings, and the secrets come from outside", () => {
  const { environment = {} } = compose.services["detectql"] ?? {};
  expect(Object.keys(environment).filter((name) => !(name in configurationSchema.shape))).toEqual([]);
  expect(environment["DETECTQL_ADMIN_KEY"]).toMatch(/^\$\{DETECTQL_ADMIN_KEY:\?.+\}$/);
  const key = `dql_${"0".repeat(64)}`;
  const given = { DATABASE_URL: environment["DATABASE_URL"]?.replace(/\$\{.*?\}/, "secret"), DETECTQL_ADMIN_KEY: key };
  expect(isStrongKey(key)).toBe(true);
  expect(readConfiguration(given)).toMatchObject({ ok: true });
});
