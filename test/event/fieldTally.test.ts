import { expect, test } from "vitest";
import {
  countable,
  emptyTally,
  everyEvent,
  kindKey,
  kindName,
  normalise,
  sampleInterval,
  sparsely,
  tallyEvent,
  tallyLimits,
  type Classification,
  type FieldTally,
  type JsonObject,
  type Sampling,
} from "../../src/event/index.ts";

interface Options {
  readonly asked?: readonly string[];
  readonly sampling?: Sampling;
}

function tally(records: Iterable<readonly [JsonObject, Partial<Classification>?]>, options: Options = {}): FieldTally {
  const counted = emptyTally();
  const places = new Map<string, number>();
  const placeOf = (key: string) => {
    const place = places.get(key) ?? 0;
    places.set(key, place + 1);
    return place;
  };
  const { asked = [], sampling = everyEvent } = options;
  for (const [record, declared] of records)
    tallyEvent(counted, countable(normalise(record, declared)), { asked: () => asked, placeOf, sampling });
  return counted;
}

const only = ({ kinds }: FieldTally) => {
  const [kind] = kinds.values();
  if (kind === undefined || kinds.size > 1) throw new Error(`there are ${kinds.size} kinds`);
  return kind;
};

test("events are counted by classification and code", () => {
  const { kinds } = tally([
    [{ EventID: 4688, Channel: "Security" }],
    [{ EventID: 4688, Channel: "Security", CommandLine: "x" }],
    [{ EventID: 4624, Channel: "Security" }],
    [{ a: 1 }, { product: "aws", service: "cloudtrail" }],
    [{ a: 1 }],
  ]);
  expect([...kinds.values()].map(({ kind, events }) => [kindName(kind), events])).toEqual([
    ["windows/security/4688", 2],
    ["windows/security/4624", 1],
    ["aws/cloudtrail", 1],
    ["unclassified", 1],
  ]);
});

test.each([
  { kind: { product: "linux", categories: ["process_creation"] }, name: "linux/process_creation" },
  { kind: { product: "windows", categories: ["a", "b"], service: "sysmon", code: "12" }, name: "windows/sysmon/12" },
  { kind: { categories: [], code: "5" }, name: "5" },
])("a kind is called $name", ({ kind, name }) => {
  expect(kindName(kind)).toBe(name);
});

test("kinds that differ have different keys, whatever the order of their categories", () => {
  const one = { product: "windows", categories: ["b", "a"], code: "12" };
  expect(kindKey(one)).toBe(kindKey({ ...one, categories: ["a", "b"] }));
  expect(kindKey(one)).not.toBe(kindKey({ ...one, categories: ["a"] }));
  expect(kindKey({ product: "x", categories: [] })).not.toBe(kindKey({ service: "x", categories: [] }));
});

test("fields are counted by the names that rules know, and by those that they ask for", () => {
  const asked = ["CommandLine", "OriginalFileName", "process.command_line", "winlog"];
  const record = { winlog: { channel: "Security", event_id: "4688" }, process: { command_line: "x" }, extra: null };
  const { fields } = only(tally([[record], [{ ...record, process: {} }]], { asked }));
  expect(Object.fromEntries(fields)).toMatchObject({
    CommandLine: 1,
    OriginalFileName: 0,
    "process.command_line": 1,
    winlog: 2,
    extra: 2,
  });
});

test("of the first events each is looked at, then one in so many, which stands for them", () => {
  const records = Array.from({ length: 4 * sampleInterval }, (_, i): [JsonObject] => [
    i % 2 === 0 ? { even: 1 } : { odd: 1 },
  ]);
  const counted = only(tally(records, { sampling: sparsely }));
  expect(counted).toMatchObject({ events: 256, sampled: 16 + 1 + 3, weight: 256 });
  expect([counted.fields.get("even"), counted.fields.get("odd")]).toEqual([8 + 48 + 3 * 64, 8]);
});

test("so many kinds are counted by themselves, the others together", () => {
  const records = Array.from({ length: tallyLimits.kinds + 5 }, (_, i): [JsonObject, Partial<Classification>] => [
    {},
    { product: `p${i}` },
  ]);
  const { kinds, otherEvents } = tally([...records, [{}, { product: "x".repeat(tallyLimits.kindLength) }]]);
  expect([kinds.size, otherEvents]).toEqual([tallyLimits.kinds, 6]);
});

test("so many fields of a kind are counted, the occurrences of others told; what rules ask for comes first", () => {
  const wide = Object.fromEntries(Array.from({ length: tallyLimits.fields + 10 }, (_, i) => [`f${i}`, 1]));
  const counted = only(tally([[wide], [wide]], { asked: ["asked", `f${tallyLimits.fields + 5}`] }));
  expect(counted.fields.size).toBe(tallyLimits.fields);
  expect([counted.fields.get("asked"), counted.fields.get(`f${tallyLimits.fields + 5}`)]).toEqual([0, 2]);
  expect(counted.omitted).toBe(22);
});

test("a name that is too long is not counted", () => {
  const counted = only(tally([[{ ["x".repeat(tallyLimits.nameLength + 1)]: 1, y: 1 }]]));
  expect([[...counted.fields.keys()], counted.omitted]).toEqual([["y"], 1]);
});
