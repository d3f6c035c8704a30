import { gzipSync } from "node:zlib";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ruleYaml, scriptBlock } from "../setup/samples.ts";
import { run } from "./program.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "detectql-eval-"));
  await write("rules/mail.yml", ruleYaml({ level: "high" }));
  await write("rules/broken.yaml", ruleYaml({ title: "Broken" }).replace("|contains", "|contain"));
  await write(
    "rules/deep/name.yml",
    ruleYaml({ title: "By name", needle: "Get-" }).replace(/^id:.*$/m, "name: by_name"),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

const event = (script: string) => JSON.stringify(scriptBlock({ script }));
const three = [event("Get-Date"), event("nothing"), event("Send-MailMessage; Get-Item")];
const expected = [
  { event: 0, ruleId: "by_name", title: "By name", level: "medium" },
  { event: 2, ruleId: "00000000-0000-4000-8000-000000000001", title: "Sample", level: "high" },
  { event: 2, ruleId: "by_name", title: "By name", level: "medium" },
];

test.each([
  { form: "lines", content: three.join("\n") },
  { form: "an array", content: `[${three.join(",")}]` },
  { form: "objects in a row", content: three.join("") },
  { form: "gzip", content: gzipSync(three.join("\n")) },
])("matches of $form are printed, one JSON line each", async ({ form, content }) => {
  const file = await write(form, content);
  const { printed } = await run("eval", "--rules", path.join(folder, "rules"), "--events", file);
  const matches = printed.map((line) => JSON.parse(line) as { event: number; title: string });
  expect(matches).toHaveLength(expected.length);
  expect(matches).toEqual(expect.arrayContaining(expected));
});

test("a rule with an error is told and left out, a bad event is told by its ordinal", async () => {
  const file = await write("bad.ndjson", `${event("Get-Date")}\n{"a":\n${event("Get-Date")}`);
  const { printed, said } = await run("eval", "--rules", path.join(folder, "rules"), "--events", file);
  expect(printed).toHaveLength(2);
  expect(said.join("\n")).toContain("error[unknown-modifier]");
  expect(said.join("\n")).toContain("event 1: invalid-json");
  expect(said.at(-1)).toBe("2 rules, 3 events (1 rejected), 2 matches");
});

test("--lines reads raw lines; an event joined of several has the place of the last", async () => {
  const rule = `title: Image\nlogsource: { product: linux, category: process_creation }
detection:\n  sel: { Image|endswith: /id, CommandLine: id -u }\n  condition: sel\n`;
  const lines = ["SYSCALL", "CRED_ACQ", "EXECVE"].map(
    (type, at) => `type=${type} msg=audit(1700000000.1:${at % 2}): syscall=execve exe="/bin/id" a0="id" a1="-u"`,
  );
  const file = await write("audit.log", lines.join("\n"));
  const { printed, said } = await run(
    ...["eval", "--rules", await write("image/image.yml", rule), "--events", file, "--lines", "auditd"],
  );
  expect(printed.map((line) => JSON.parse(line) as object)).toEqual([
    { event: 2, ruleId: "Image", title: "Image", level: null },
  ]);
  expect(said.at(-1)).toBe("1 rules, 2 events (0 rejected), 1 matches");
});

test("--lines with a source that is not known ends the command", async () => {
  const file = await write("some.log", "a line");
  const command = ["eval", "--rules", path.join(folder, "rules"), "--events", file, "--lines", "apache"];
  await expect(run(...command)).rejects.toThrow('source "apache" is not known: it may be auditd, access_log, syslog');
});

test("every event of a record that holds many has the record's ordinal", async () => {
  const file = await write("many.ndjson", `${three[1]}\n{"Records":[${three.join(",")}]}\n${three[0]}`);
  const { printed, said } = await run("eval", "--rules", path.join(folder, "rules"), "--events", file);
  const events = printed.map((line) => (JSON.parse(line) as { event: number }).event);
  expect(events).toEqual([1, 1, 1, 2]);
  expect(said.at(-1)).toBe("2 rules, 5 events (0 rejected), 4 matches");
});

test("--stats says how much and how fast, as JSON", async () => {
  const file = await write("stats.ndjson", three.join("\n"));
  const { said } = await run("eval", "--rules", path.join(folder, "rules"), "--events", file, "--stats");
  expect(JSON.parse(said.at(-1) ?? "")).toMatchObject({ rules: 2, events: 3, rejected: 0, matches: 3 });
});

test("filters among the rules narrow them", async () => {
  const rules = await write("filtered/rule.yml", ruleYaml());
  await write(
    "filtered/filter.yml",
    "title: Not here\nlogsource:\n  product: windows\nfilter:\n  rules: any\n  selection:\n    ScriptBlockText: Send-MailMessage\n  condition: not selection\n",
  );
  const file = await write("filtered.ndjson", [event("Send-MailMessage"), event("Send-MailMessage -To x")].join("\n"));
  const { printed } = await run("eval", "--rules", path.dirname(rules), "--events", file);
  expect(printed.map((line) => (JSON.parse(line) as { event: number }).event)).toEqual([1]);
});
