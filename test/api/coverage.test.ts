import { beforeAll, expect, test } from "vitest";
import { ingestEvents } from "../../src/detection/index.ts";
import { createRule } from "../../src/rules/index.ts";
import { graphql, useApp } from "../setup/app.ts";
import { addRule, ruleYaml } from "../setup/samples.ts";

const app = useApp();
const scriptId = "00000000-0000-4000-8000-000000000001";
const nameId = "00000000-0000-4000-8000-000000000002";

beforeAll(async () => {
  const { rooms } = app();
  await addRule(rooms);
  const byName = ruleYaml({ id: nameId, title: "By name", category: "process_creation" });
  await createRule(rooms, rooms.actor, byName.replace("ScriptBlockText|contains", "OriginalFileName"));
  const records = [
    { EventID: 4688, Channel: "Security", NewProcessName: "C:\\a.exe", CommandLine: "a" },
    { EventID: 4688, Channel: "Security", NewProcessName: "C:\\a.exe" },
    { ScriptBlockText: "x", EventID: 4104, Channel: "Microsoft-Windows-PowerShell/Operational" },
  ];
  await ingestEvents(
    rooms,
    rooms.actor.tenantId,
    records.map((record, index) => ({ index, record, text: JSON.stringify(record) })),
  );
});

interface Coverage {
  readonly verdict: string;
  readonly summary: string;
  readonly events: string;
  readonly fields: readonly object[];
  readonly kinds: readonly object[];
}

const coverage = (id: string, days = 7) =>
  graphql<{ rule: { coverage: Coverage | null } }>(
    app(),
    "viewer",
    `
      query ($id: ID!, $days: Int) {
        rule(id: $id) {
          coverage(days: $days) {
            verdict
            summary
            events
            fields {
              field
              share
            }
            kinds {
              verdict
              missingFields
              kind {
                name
                product
                categories
                service
                code
                events
                sampled
              }
            }
          }
        }
      }
    `,
    { id, days },
  );

test("a rule tells that it can never fire on what arrives, and why", async () => {
  const { data, errors } = await coverage(nameId);
  expect(errors).toBeUndefined();
  expect(data.rule.coverage).toEqual({
    verdict: "CANNOT_FIRE",
    summary: "needs OriginalFileName; windows/security/4688 does not carry it",
    events: "2",
    fields: [{ field: "OriginalFileName", share: 0 }],
    kinds: [
      {
        verdict: "CANNOT_FIRE",
        missingFields: ["OriginalFileName"],
        kind: {
          name: "windows/security/4688",
          product: "windows",
          categories: ["process_creation"],
          service: "security",
          code: "4688",
          events: "2",
          sampled: "2",
        },
      },
    ],
  });
});

test("a rule tells which events carry its fields", async () => {
  const { data } = await coverage(scriptId);
  expect(data.rule.coverage).toMatchObject({
    verdict: "CAN_FIRE",
    summary: "can fire on windows/powershell/4104",
    fields: [{ field: "ScriptBlockText", share: 1 }],
  });
});

test("a rule that is new asks for fields that nobody has looked for", async () => {
  const id = "00000000-0000-4000-8000-000000000003";
  const yaml = ruleYaml({ id, title: "New" }).replace("ScriptBlockText|contains", "Company");
  await createRule(app().rooms, app().rooms.actor, yaml);
  expect((await coverage(id)).data.rule.coverage).toMatchObject({
    verdict: "UNKNOWN",
    fields: [{ field: "Company", share: null }],
  });
});

test("a filter has no coverage", async () => {
  const yaml = "title: F\nname: f\nlogsource: { product: x }\nfilter: { rules: any, s: { a: b }, condition: not s }\n";
  await createRule(app().rooms, app().rooms.actor, yaml);
  expect((await coverage("f")).data).toEqual({ rule: { coverage: null } });
});

test("kinds of events tell which of their fields no rule uses", async () => {
  const { data, errors } = await graphql<{ eventKinds: { kinds: { unusedFields: string[] }[] } }>(
    app(),
    "viewer",
    `
      {
        eventKinds {
          count
          otherEvents
          kinds {
            rules
            fieldsOmitted
            unusedFields
            fields {
              field
              share
              rules
            }
            kind {
              name
              events
            }
          }
        }
      }
    `,
  );
  expect(errors).toBeUndefined();
  expect(data.eventKinds).toMatchObject({
    count: 2,
    otherEvents: "0",
    kinds: [
      { rules: 1, fieldsOmitted: "0", kind: { name: "windows/security/4688", events: "2" } },
      { rules: 2, kind: { name: "windows/powershell/4104", events: "1" } },
    ],
  });
  const [creation, script] = data.eventKinds.kinds;
  expect(creation).toMatchObject({
    fields: expect.arrayContaining([{ field: "CommandLine", share: 0.5, rules: 0 }]) as unknown,
  });
  expect(creation?.unusedFields).toEqual(expect.arrayContaining(["Channel", "CommandLine", "Image"]));
  expect(script?.unusedFields).not.toContain("ScriptBlockText");
});

test.each([
  { query: `{ rule(id: "${scriptId}") { coverage(days: 0) { verdict } } }`, message: "days: 0 is outside of 1 to 30" },
  { query: "{ eventKinds(days: 31) { count } }", message: "days: 31 is outside of 1 to 30" },
  { query: "{ eventKinds { kinds(first: 501) { rules } } }", message: "first: 501 is outside of 0 to 500" },
])("$query is refused: $message", async ({ query, message }) => {
  const { errors } = await graphql(app(), "viewer", query);
  expect(errors?.[0]).toMatchObject({ message, extensions: { code: "BAD_USER_INPUT" } });
});

test("keys that may not read do not see what arrives", async () => {
  expect((await graphql(app(), "ingest", "{ eventKinds { count } }")).status).toBe(403);
});
