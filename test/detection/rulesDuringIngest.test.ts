import { expect, test } from "vitest";
import { createRule, updateRule } from "../../src/rules/index.ts";
import { useRooms } from "../setup/rooms.ts";
import { ingest, ruleYaml } from "../setup/samples.ts";

const rooms = useRooms({ threads: 2 });

const revisions = 12;
const word = (revision: number) => `word-${revision};`;
/** Every revision of the rule finds its own word in it. */
const script = Array.from({ length: revisions + 1 }, (_, revision) => word(revision)).join(" ");
const batch = Array.from({ length: 300 }, () => ({ script }));

test("a detection has the revision of the rule that found it, whatever changes while its batch is matched", async () => {
  const { actor, database } = rooms();
  const yaml = (revision: number) => ruleYaml({ needle: word(revision) });
  const { entry } = await createRule(rooms(), actor, yaml(1));
  const identity = entry?.identity ?? "";
  const batches = [ingest(rooms(), ...batch)];
  for (let revision = 2; revision <= revisions; revision++) {
    const updated = await updateRule(rooms(), actor, { identity, yaml: yaml(revision), expectedVersion: revision - 1 });
    expect(updated.entry?.revision).toBe(revision);
    batches.push(ingest(rooms(), ...batch));
  }
  const results = await Promise.all(batches);
  expect(results.map(({ accepted }) => accepted)).toEqual(batches.map(() => batch.length));
  const { rows } = await database.pool.query<{ revision: number; pattern: string; n: number }>(
    `select revision, evidence::jsonb -> 'items' -> 0 ->> 'pattern' as pattern, count(*)::int as n
     from detection group by 1, 2 order by 1`,
  );
  expect(rows.reduce((total, { n }) => total + n, 0)).toBe(batches.length * batch.length);
  for (const { revision, pattern } of rows) expect(pattern).toBe(word(revision));
  expect(rows.at(-1)?.revision).toBe(revisions);
});
