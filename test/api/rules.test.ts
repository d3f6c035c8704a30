import { expect, test } from "vitest";
import { graphql, useApp } from "../setup/app.ts";
import { ruleYaml } from "../setup/samples.ts";

const app = useApp();
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

const create = (yaml: string) =>
  graphql<{ createRule: { rule: Record<string, unknown> | null; problems: object[]; userErrors: object[] } }>(
    app(),
    "admin",
    `
      mutation ($yaml: String!) {
        createRule(yaml: $yaml) {
          rule {
            id
            version
            state
            severity
            level
            techniques {
              id
            }
            problems {
              code
            }
          }
          problems {
            code
            severity
            message
            hint
            line
            column
          }
          userErrors {
            code
          }
        }
      }
    `,
    { yaml },
  );

test("a new rule is stored and detects at once", async () => {
  const { data } = await create(ruleYaml({ id: uuid(1) }));
  expect(data.createRule).toMatchObject({
    rule: {
      id: uuid(1),
      version: 1,
      state: "ACTIVE",
      severity: "MEDIUM",
      level: "MEDIUM",
      techniques: [{ id: "T1048.003" }],
    },
    userErrors: [],
  });
  const { problems } = data.createRule;
  expect(problems).toContainEqual(
    expect.objectContaining({ code: "missing-author", severity: "WARNING", line: 1, column: 1 }),
  );
});

test("a mistake in a rule comes back with its place, not as an error", async () => {
  const { data, errors } = await create(ruleYaml({ id: uuid(2) }).replace("|contains", "|contain"));
  expect(errors).toBeUndefined();
  expect(data.createRule).toMatchObject({
    rule: null,
    problems: [{ code: "unknown-modifier", severity: "ERROR", hint: "did you mean `contains`?", line: 13, column: 21 }],
  });
});

test("overrides count, and go away with null", async () => {
  await create(ruleYaml({ id: uuid(3), level: "low" }));
  const override = (severity: string | null) =>
    graphql<{ overrideRuleSeverity: object }>(
      app(),
      "admin",
      `
        mutation ($ids: [ID!]!, $severity: Severity) {
          overrideRuleSeverity(ids: $ids, severity: $severity) {
            changed {
              severity
              severityOverride
              level
            }
            unchanged {
              id
            }
            userErrors {
              code
              id
            }
          }
        }
      `,
      { ids: [uuid(3), uuid(99)], severity },
    );
  expect((await override("CRITICAL")).data.overrideRuleSeverity).toEqual({
    changed: [{ severity: "CRITICAL", severityOverride: "CRITICAL", level: "LOW" }],
    unchanged: [],
    userErrors: [{ code: "NOT_FOUND", id: uuid(99) }],
  });
  expect((await override("CRITICAL")).data.overrideRuleSeverity).toMatchObject({
    changed: [],
    unchanged: [{ id: uuid(3) }],
  });
  expect((await override(null)).data.overrideRuleSeverity).toMatchObject({
    changed: [{ severity: "LOW", severityOverride: null }],
  });
});

test("status is overridden and rules are disabled, many at once", async () => {
  await create(ruleYaml({ id: uuid(4) }));
  await create(ruleYaml({ id: uuid(5) }));
  const { data } = await graphql(
    app(),
    "admin",
    `
      mutation ($ids: [ID!]!) {
        overrideRuleStatus(ids: $ids, status: DEPRECATED) {
          changed {
            status
            authorStatus
          }
        }
        setRuleState(ids: $ids, state: DISABLED) {
          changed {
            state
          }
        }
      }
    `,
    { ids: [uuid(4), uuid(5)] },
  );
  expect(data).toEqual({
    overrideRuleStatus: { changed: Array(2).fill({ status: "DEPRECATED", authorStatus: "TEST" }) },
    setRuleState: { changed: Array(2).fill({ state: "DISABLED" }) },
  });
});

test("an update needs the version that it was decided on", async () => {
  await create(ruleYaml({ id: uuid(6) }));
  const update = (expectedVersion: number) =>
    graphql<{ updateRule: object }>(
      app(),
      "admin",
      `
        mutation ($id: ID!, $yaml: String!, $expectedVersion: Int!) {
          updateRule(id: $id, yaml: $yaml, expectedVersion: $expectedVersion) {
            rule {
              revision
              revisions {
                revision
                actor
              }
            }
            userErrors {
              code
            }
          }
        }
      `,
      { id: uuid(6), yaml: ruleYaml({ id: uuid(6), title: "Next" }), expectedVersion },
    );
  expect((await update(5)).data.updateRule).toMatchObject({ rule: null, userErrors: [{ code: "CONFLICT" }] });
  expect((await update(1)).data.updateRule).toEqual({
    rule: {
      revision: 2,
      revisions: [
        { revision: 2, actor: "admin" },
        { revision: 1, actor: "admin" },
      ],
    },
    userErrors: [],
  });
});

test("rules are filtered and paged by title", async () => {
  for (const n of [10, 11, 12])
    await create(ruleYaml({ id: uuid(n), title: `Paged ${n}`, tags: ["attack.t1059.001"] }));
  const page = (args: string) =>
    graphql<{
      rules: { totalCount: number; nodes: { title: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    }>(
      app(),
      "viewer",
      `{ rules(filter: { title: "paged", attack: { any: ["T1059"] }, severity: { gte: LOW } }, ${args}) {
           totalCount nodes { title } pageInfo { endCursor hasNextPage } } }`,
    );
  const first = (await page("first: 2")).data.rules;
  expect(first).toMatchObject({
    totalCount: 3,
    nodes: [{ title: "Paged 10" }, { title: "Paged 11" }],
    pageInfo: { hasNextPage: true },
  });
  const second = (await page(`first: 2, after: "${first.pageInfo.endCursor}"`)).data.rules;
  expect(second).toMatchObject({ nodes: [{ title: "Paged 12" }], pageInfo: { hasNextPage: false } });
  expect((await page("last: 1")).data.rules.nodes).toEqual([{ title: "Paged 12" }]);
});

test("ATT&CK can be walked from tactic to rule", async () => {
  const { data } = await graphql<{ technique: object; tactic: object; viewer: object }>(
    app(),
    "viewer",
    `
      {
        technique(id: "attack.t1048") {
          id
          name
          tactics {
            id
          }
          subTechniques {
            id
          }
          rules {
            id
          }
        }
        tactic(id: "exfiltration") {
          id
          name
        }
        viewer {
          name
          role
        }
      }
    `,
  );
  expect(data).toMatchObject({
    technique: { id: "T1048", tactics: [{ id: "TA0010" }] },
    tactic: { id: "TA0010", name: "Exfiltration" },
    viewer: { name: "viewer", role: "VIEWER" },
  });
});
