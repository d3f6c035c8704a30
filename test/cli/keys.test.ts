import { expect, test } from "vitest";
import { createProgram } from "../../src/cli/index.ts";
import { testNow, useRooms } from "../setup/rooms.ts";

const rooms = useRooms();

async function keys(...args: readonly string[]): Promise<readonly string[]> {
  const printed: string[] = [];
  const program = createProgram({
    version: "0",
    serve: () => Promise.resolve(),
    withRooms: (work) => work(rooms()),
    clock: () => testNow,
    print: (line) => printed.push(line),
    say: () => undefined,
  });
  await program.parseAsync(["node", "detectql", "keys", ...args]);
  return printed;
}

test("a key is made with the logsource of its events, and listed with it", async () => {
  await keys("create", "--role", "ingest", "--name", "trail", "--logsource", "product=aws, service=cloudtrail");
  await keys("create", "--role", "ingest", "--name", "plain");
  const listed = await keys("list");
  expect(listed.find((line) => line.startsWith("trail"))).toMatch(/ {2}logsource product=aws,service=cloudtrail$/);
  expect(listed.find((line) => line.startsWith("plain"))).toMatch(/expires never$/);
});

test.each([
  { role: "ingest", logsource: "aws", because: "it names no dimension" },
  { role: "ingest", logsource: "vendor=aws", because: "there is no such dimension" },
  { role: "ingest", logsource: "product=", because: "it is empty" },
  { role: "ingest", logsource: "product=a,product=b", because: "it is there twice" },
  { role: "viewer", logsource: "product=aws", because: "such a key sends no events" },
])("--logsource $logsource is refused for the role $role: $because", async ({ role, logsource }) => {
  await expect(keys("create", "--role", role, "--name", "x", "--logsource", logsource)).rejects.toThrow("--logsource");
});
